package dev.poscart.adapters.grpc;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether the server offers the call for many codes. A refusal is remembered for a while, not for
 * ever: a newer server may have taken the place of the one that refused.
 */
final class BatchOffer {

  private static final long MEMORY_NANOS = Duration.ofMinutes(10).toNanos();

  private final LongSupplier clock;
  private volatile boolean stands;
  private volatile long declinedNanos;
  private final boolean wanted;

  /**
   * @param wanted false to do without
   */
  BatchOffer(boolean wanted, LongSupplier clock) {
    this.wanted = wanted;
    this.stands = wanted;
    this.clock = clock;
  }

  boolean stands() {
    return stands || (wanted && clock.getAsLong() - declinedNanos > MEMORY_NANOS);
  }

  void declined() {
    declinedNanos = clock.getAsLong();
    stands = false;
  }
}
