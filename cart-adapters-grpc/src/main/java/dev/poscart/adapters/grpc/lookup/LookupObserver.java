package dev.poscart.adapters.grpc.lookup;

import java.time.Duration;

/**
 * Told how look-ups were answered, so that metrics can be kept. Called on callers' and network
 * threads: must return at once and must not throw.
 */
public interface LookupObserver {

  /** How a look-up ended. */
  enum Outcome {
    /** All codes answered, found or not. */
    ANSWERED,
    /** No answer in time. */
    TIMEOUT,
    /** The master was not reached. */
    UNAVAILABLE,
    /** The master gave an answer that cannot be trusted. */
    BROKEN,
    /** Anything else: a fault of ours. */
    FAULT
  }

  /** How the circuit breaker is set. */
  enum Breaker {
    /** Look-ups pass. */
    CLOSED,
    /** Look-ups are refused at once. */
    OPEN,
    /** A few look-ups pass, to see. */
    HALF_OPEN
  }

  /** A look-up of one or more codes has ended, as the till sees it. */
  default void lookupEnded(Outcome outcome, Duration duration) {}

  /** Codes were answered from the cache. */
  default void cacheHits(int codes) {}

  /** Codes were not in the cache. */
  default void cacheMisses(int codes) {}

  /** Codes joined a look-up that was in progress. */
  default void coalesced(int codes) {}

  /** Items were sold from an expired copy, because the master was down or slow. */
  default void staleServed(int items) {}

  /** The circuit breaker was set. */
  default void breakerChanged(Breaker to) {}
}
