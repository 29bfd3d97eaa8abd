package dev.poscart.adapters.grpc.balancer;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Measures time without pauses of this process. A step that is far too late shows that the machine
 * was stalled; whatever is awaited was probably stalled as well, so most of that pause does not
 * count.
 */
final class StallTolerantTimer {

  private final long mostNanos;
  private final LongSupplier clock;
  private long sinceNanos;
  private long lastNanos;
  private long fairNanos;

  /**
   * @param step the usual pause between two steps; at most twice as much counts
   */
  StallTolerantTimer(Duration step, LongSupplier clock) {
    this.mostNanos = 2 * step.toNanos();
    this.clock = clock;
    this.lastNanos = clock.getAsLong();
  }

  /**
   * Takes a step. The first one after a pause counts no more than any other.
   *
   * @param enteredNanos when the measured state began
   * @return how long the state has lasted, in nanoseconds
   */
  long step(long enteredNanos) {
    long now = clock.getAsLong();
    if (enteredNanos != sinceNanos) {
      sinceNanos = enteredNanos;
      fairNanos = 0;
      if (enteredNanos - lastNanos > 0) {
        lastNanos = enteredNanos;
      }
    }
    fairNanos += Math.min(now - lastNanos, mostNanos);
    lastNanos = now;
    return fairNanos;
  }
}
