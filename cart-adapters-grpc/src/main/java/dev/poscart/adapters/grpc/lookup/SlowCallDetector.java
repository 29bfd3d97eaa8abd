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
 * Detects calls that exceed a fixed time. Optimized for the case that this is rare: one timer
 * checks all calls, at most once in that time, so that starting and ending a call takes no lock and
 * wakes no thread.
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

  /** A call that is being timed. */
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
     * Ends the call.
     *
     * @return false if it has been found to be slow
     */
    boolean finish() {
      return running.remove(this);
    }
  }

  /**
   * Starts a call.
   *
   * @param onSlow runs once, on the timer's thread, if the call has not ended in time
   */
  Timing start(Runnable onSlow) {
    Timing timing = new Timing(onSlow);
    running.add(timing);
    look();
    return timing;
  }

  /** Makes sure that a check is scheduled. */
  private void look() {
    if (!looking.get() && looking.compareAndSet(false, true)) {
      lookAgain(limitNanos);
    }
  }

  private void lookAgain(long nanos) {
    try {
      var unused = timer.schedule(this::callSlowOnes, nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // The adapter has been closed, which ends the calls in flight.
    }
  }

  private void callSlowOnes() {
    try {
      Timing oldest = running.peek();
      while (oldest != null && oldest.leftNanos() <= 0) {
        // Whether the call was slow is decided by who removes it from the queue: this check, or its
        // end.
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
    // A call may have started just before that, relying on the scheduled check.
    if (!running.isEmpty()) {
      look();
    }
  }
}
