package dev.poscart.adapters.grpc.lookup;

import java.time.Duration;

/**
 * Observes how look-ups are answered, for metrics. Called on callers' and network threads: must
 * return at once and must not throw.
 */
public interface LookupObserver {

  /** The outcome of a look-up. */
  enum Outcome {
    /** All codes were answered, found or not. */
    ANSWERED,
    /** There was no response in time. */
    TIMEOUT,
    /** The item master could not be reached or reported a failure. */
    UNAVAILABLE,
    /** The response could not be trusted. */
    BROKEN,
    /** Anything else: a bug. */
    FAULT
  }

  /** The state of the circuit breaker. */
  enum Breaker {
    /** Look-ups pass. */
    CLOSED,
    /** Look-ups are rejected at once. */
    OPEN,
    /** A few look-ups pass, as a trial. */
    HALF_OPEN
  }

  /**
   * A look-up of one or more codes has ended.
   *
   * @param duration as seen by the caller
   */
  default void lookupEnded(Outcome outcome, Duration duration) {}

  /** Codes were found in the cache. */
  default void cacheHits(int codes) {}

  /** Codes were not found in the cache. */
  default void cacheMisses(int codes) {}

  /** Codes joined a look-up in flight. */
  default void coalesced(int codes) {}

  /** Expired items were served because the item master was down or slow. */
  default void staleServed(int items) {}

  /** The circuit breaker changed its state. */
  default void breakerChanged(Breaker to) {}
}
