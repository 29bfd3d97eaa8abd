package dev.poscart.adapters.grpc.lookup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer with a clock that the test moves. */
final class HandTimer extends ScheduledThreadPoolExecutor {

  private record Due(long atNanos, Runnable work) {}

  private final List<Due> waiting = new ArrayList<>();
  // About to overflow, which {@code System.nanoTime} may do.
  private long nanos = Long.MAX_VALUE - 1_000;

  HandTimer() {
    super(1);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
    ScheduledFuture<?> accepted = super.schedule(() -> {}, 0, unit);
    waiting.add(new Due(nanos + unit.toNanos(delay), work));
    return accepted;
  }

  long nanos() {
    return nanos;
  }

  /** Moves the clock and runs the tasks due by then in the calling thread. */
  void pass(Duration time) {
    nanos += time.toNanos();
    List<Due> due = waiting.stream().filter(each -> each.atNanos() - nanos <= 0).toList();
    waiting.removeAll(due);
    due.forEach(each -> each.work().run());
  }

  /** The number of pending tasks. */
  int waiting() {
    return waiting.size();
  }
}
