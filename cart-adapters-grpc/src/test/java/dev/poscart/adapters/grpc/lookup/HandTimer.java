package dev.poscart.adapters.grpc.lookup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer with its clock, for which time passes only when the test says so. */
final class HandTimer extends ScheduledThreadPoolExecutor {

  private record Due(long atNanos, Runnable work) {}

  private final List<Due> waiting = new ArrayList<>();
  // About to overflow, as a clock may.
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

  /** Time passes; what was to be done by then is done, in the calling thread. */
  void pass(Duration time) {
    nanos += time.toNanos();
    List<Due> due = waiting.stream().filter(each -> each.atNanos() - nanos <= 0).toList();
    waiting.removeAll(due);
    due.forEach(each -> each.work().run());
  }

  /** How much is still to be done. */
  int waiting() {
    return waiting.size();
  }
}
