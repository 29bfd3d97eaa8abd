package dev.poscart.app;

import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.Stages;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * A background job that runs repeatedly, one run at a time: an interval after the last run has
 * ended, and whenever it is woken. A failed run is logged and does not prevent the next one.
 */
final class RecurringJob {

  private final Logger log;
  private final String what;
  private final Supplier<CompletionStage<Void>> run;
  private Optional<Duration> interval = Optional.empty();
  private CompletableFuture<Void> inProgress = CompletableFuture.completedFuture(null);
  private boolean woken;
  private boolean failing;
  private boolean stopped;

  /** Only the most recent timer starts a run. */
  private int alarm;

  /**
   * @param what what the job does, for the log: {@code removing old carts}
   * @param run one run; must not block
   */
  RecurringJob(Logger log, String what, Supplier<CompletionStage<Void>> run) {
    this.log = log;
    this.what = what;
    this.run = run;
  }

  /**
   * Begins the first run; from then on the job runs at intervals.
   *
   * @return done once the first run is over, whatever its result; never fails
   */
  synchronized CompletionStage<Void> start(Duration between) {
    interval = Optional.of(between);
    wake();
    return inProgress;
  }

  /** Runs as soon as possible: at once, or again after the run in progress. */
  synchronized void wake() {
    woken = true;
    if (inProgress.isDone() && !stopped) {
      inProgress = new CompletableFuture<>();
      after(Duration.ZERO, this::runOnce);
    }
  }

  /**
   * Prevents further runs.
   *
   * @return done once the run in progress is over; never fails
   */
  synchronized CompletableFuture<Void> stop() {
    stopped = true;
    return inProgress;
  }

  synchronized boolean isStopped() {
    return stopped;
  }

  private void runOnce() {
    synchronized (this) {
      woken = false;
    }
    var unused =
        Stages.attempt(run).whenComplete((done, failure) -> ended(Optional.ofNullable(failure)));
  }

  private void ended(Optional<Throwable> failure) {
    tell(failure);
    CompletableFuture<Void> over;
    synchronized (this) {
      over = inProgress;
      inProgress = CompletableFuture.completedFuture(null);
      if (woken) {
        wake();
      } else {
        int ours = ++alarm;
        interval.filter(between -> !stopped).ifPresent(between -> after(between, () -> ring(ours)));
      }
    }
    over.complete(null);
  }

  private synchronized void ring(int set) {
    if (set == alarm) {
      wake();
    }
  }

  /** One line when a series of failures begins, unless the port has said how long it will last. */
  private synchronized void tell(Optional<Throwable> failure) {
    failure
        .filter(why -> !stopped)
        .map(Stages::cause)
        .ifPresent(
            why -> {
              boolean known = why instanceof PortException port && port.retryAfter().isPresent();
              log.atLevel(failing || known ? Level.DEBUG : Level.WARN)
                  .log("{} failed: {}", what, why.toString());
              failing |= !known;
            });
    failing &= failure.isPresent();
  }

  private static void after(Duration delay, Runnable task) {
    CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS).execute(task);
  }
}
