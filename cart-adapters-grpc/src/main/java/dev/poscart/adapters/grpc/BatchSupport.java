package dev.poscart.adapters.grpc;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether the server offers the call for many codes. A refusal is remembered for a while, not for
 * ever: a newer server may have taken the place of the one that refused.
 */
final class BatchSupport {

  private static final long MEMORY_NANOS = Duration.ofMinutes(10).toNanos();

  private final LongSupplier clock;
  private volatile boolean offered;
  private volatile long declinedNanos;
  private final boolean enabled;

  /**
   * @param enabled false to do without
   */
  BatchSupport(boolean enabled, LongSupplier clock) {
    this.enabled = enabled;
    this.offered = enabled;
    this.clock = clock;
  }

  boolean isOffered() {
    return offered || (enabled && clock.getAsLong() - declinedNanos > MEMORY_NANOS);
  }

  void declined() {
    declinedNanos = clock.getAsLong();
    offered = false;
  }
}
