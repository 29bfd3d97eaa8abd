package dev.poscart.adapters.grpc;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Remembers whether the server supports the batch call. A rejection is remembered for a limited
 * time, since a newer server may replace the one that rejected it.
 */
final class BatchSupport {

  private static final long MEMORY_NANOS = Duration.ofMinutes(10).toNanos();

  private final LongSupplier clock;
  private volatile boolean offered;
  private volatile long declinedNanos;
  private final boolean enabled;

  /**
   * @param enabled false to never use the batch call
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
