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
final class SlowWatch {

  private final ScheduledExecutorService timer;
  private final LongSupplier clock;
  private final long limitNanos;
  private final Queue<Watched> running = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean looking = new AtomicBoolean();

  SlowWatch(Duration limit, ScheduledExecutorService timer, LongSupplier clock) {
    this.limitNanos = limit.toNanos();
    this.timer = timer;
    this.clock = clock;
  }

  /** Something that is being watched. */
  final class Watched {

    private final long slowNanos = clock.getAsLong() + limitNanos;
    private final Runnable onSlow;

    private Watched(Runnable onSlow) {
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
    boolean end() {
      return running.remove(this);
    }
  }

  /**
   * Something begins.
   *
   * @param onSlow called once, on the timer's thread, if it has not ended when the time is over
   */
  Watched begin(Runnable onSlow) {
    Watched watched = new Watched(onSlow);
    running.add(watched);
    look();
    return watched;
  }

  /** Sees to it that somebody looks. */
  private void look() {
    if (!looking.get() && looking.compareAndSet(false, true)) {
      lookAgain(limitNanos);
    }
  }

  private void lookAgain(long nanos) {
    try {
      var unused = timer.schedule(this::callSlowOnes, nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // The adapter has ended; what is under way ends with it.
    }
  }

  private void callSlowOnes() {
    try {
      Watched oldest = running.peek();
      while (oldest != null && oldest.leftNanos() <= 0) {
        // Whoever takes it out, this or its end, has decided what it was.
        if (oldest.end()) {
          oldest.onSlow.run();
        }
        oldest = running.peek();
      }
    } finally {
      lookOn();
    }
  }

  private void lookOn() {
    Watched oldest = running.peek();
    if (oldest != null) {
      lookAgain(oldest.leftNanos());
      return;
    }
    looking.set(false);
    // One may have begun just before that, satisfied that somebody looks.
    if (!running.isEmpty()) {
      look();
    }
  }
}
