package dev.poscart.adapters.grpc.balancer;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Determines how long a connection may be silent before it is probed: normally a short fixed time,
 * longer while the item master is known to be slow, so that a slow server does not receive every
 * call twice.
 *
 * <p>The longest response time is remembered for the next twenty faster responses, but for two
 * minutes at most; a connection may then be silent for one and a half times as long.
 */
final class AnswerTimes {

  static final int REMEMBERED_ANSWERS = 20;
  static final Duration REMEMBERED_FOR = Duration.ofMinutes(2);

  private final long leastNanos;
  private final LongSupplier clock;

  /** Zero if no slow response is remembered, which is the usual case. */
  private volatile long longestNanos;

  // Both guarded by this.
  private int answersLeft;
  private long rememberedNanos;

  /**
   * @param least responses below this are fast
   */
  AnswerTimes(Duration least, LongSupplier clock) {
    this.leastNanos = least.toNanos();
    this.clock = clock;
  }

  /** Expects slow responses, because the item master or this process may just have started. */
  void expectSlowStart() {
    answered(2 * leastNanos);
  }

  /** A call was answered after this time, or has remained unanswered for so long. */
  void answered(long nanos) {
    if (nanos >= leastNanos) {
      remember(nanos);
    } else if (longestNanos != 0) {
      forget();
    }
  }

  private synchronized void remember(long nanos) {
    longestNanos = Math.max(nanos, isRemembered() ? longestNanos : 0);
    answersLeft = REMEMBERED_ANSWERS;
    rememberedNanos = clock.getAsLong();
  }

  private synchronized void forget() {
    answersLeft--;
    if (answersLeft <= 0) {
      longestNanos = 0;
    }
  }

  private synchronized boolean isRemembered() {
    return longestNanos != 0 && clock.getAsLong() - rememberedNanos <= REMEMBERED_FOR.toNanos();
  }

  /** How long a connection with calls in flight may be silent, in nanoseconds. */
  long patienceNanos() {
    return isRemembered() ? Math.max(leastNanos, longestNanos * 3 / 2) : leastNanos;
  }
}
