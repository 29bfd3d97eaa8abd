package dev.poscart.adapters.grpc.lookup;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Notices what lasts longer than a fixed time. Made for what hardly ever does: one timer looks
 * after all, at most once in that time, so that to begin and to end costs no lock and wakes no
 * thread.
 */
final class SlowCallDetector {

  private final ScheduledExecutorService timer;
  private final LongSupplier clock;
  private final long limitNanos;
  private final Queue<Timing> running = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean looking = new AtomicBoolean();

  SlowCallDetector(Duration limit, ScheduledExecutorService timer, LongSupplier clock) {
    this.limitNanos = limit.toNanos();
    this.timer = timer;
    this.clock = clock;
  }

  /** Something that is being timed. */
  final class Timing {

    private final long slowNanos = clock.getAsLong() + limitNanos;
    private final Runnable onSlow;

    private Timing(Runnable onSlow) {
      this.onSlow = onSlow;
    }

    private long leftNanos() {
      return slowNanos - clock.getAsLong();
    }

    /**
     * It has ended.
     *
     * @return false if it was found to be slow before that
     */
    boolean finish() {
      return running.remove(this);
    }
  }

  /**
   * Something begins.
   *
   * @param onSlow called once, on the timer's thread, if it has not ended when the time is over
   */
  Timing start(Runnable onSlow) {
    Timing timing = new Timing(onSlow);
    running.add(timing);
    look();
    return timing;
  }

  /** Sees to it that the timer runs. */
  private void look() {
    if (!looking.get() && looking.compareAndSet(false, true)) {
      lookAgain(limitNanos);
    }
  }

  private void lookAgain(long nanos) {
    try {
      var unused = timer.schedule(this::callSlowOnes, nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // The adapter has ended; what is in progress ends with it.
    }
  }

  private void callSlowOnes() {
    try {
      Timing oldest = running.peek();
      while (oldest != null && oldest.leftNanos() <= 0) {
        // Taking it out decides what it was: slow, or ended in time.
        if (oldest.finish()) {
          oldest.onSlow.run();
        }
        oldest = running.peek();
      }
    } finally {
      lookOn();
    }
  }

  private void lookOn() {
    Timing oldest = running.peek();
    if (oldest != null) {
      lookAgain(oldest.leftNanos());
      return;
    }
    looking.set(false);
    // One may have begun just before that, when the timer was still running.
    if (!running.isEmpty()) {
      look();
    }
  }
}
