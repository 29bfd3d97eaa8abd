package dev.poscart.adapters.grpc;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Finds connections that are open and dead. The sign is deadlines missed in a row without a word
 * from the server: a fixed number of them from many callers at once, or two whole deadlines of
 * silence from a single caller.
 */
final class SilenceDetector {

  private final long twoDeadlinesNanos;
  private final int limit;
  private final LongSupplier clock;
  private final Runnable onSilence;

  private volatile int silent;
  // Guarded by this.
  private long silentSinceNanos;

  SilenceDetector(Duration deadline, int limit, LongSupplier clock, Runnable onSilence) {
    // A timer may fire a little early by the other clock.
    this.twoDeadlinesNanos = deadline.toNanos() * 2 - deadline.toNanos() / 20;
    this.limit = limit;
    this.clock = clock;
    this.onSilence = onSilence;
  }

  /** The server said something, if only no. */
  void heard() {
    if (silent != 0) {
      reset();
    }
  }

  private synchronized void reset() {
    silent = 0;
  }

  /**
   * A call on the connection had no answer within its deadline.
   *
   * @param startedNanos when it was sent
   */
  void missed(long startedNanos) {
    if (silentTooLong(startedNanos)) {
      onSilence.run();
    }
  }

  private synchronized boolean silentTooLong(long startedNanos) {
    if (silent == 0) {
      silentSinceNanos = startedNanos;
    }
    silent = silent + 1;
    long silenceNanos = clock.getAsLong() - silentSinceNanos;
    boolean tooLong = silent >= limit || (silent >= 2 && silenceNanos >= twoDeadlinesNanos);
    if (tooLong) {
      silent = 0;
    }
    return tooLong;
  }
}
