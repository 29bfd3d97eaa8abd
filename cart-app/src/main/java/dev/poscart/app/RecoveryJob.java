package dev.poscart.app;

import dev.poscart.domain.usecase.closing.ClosingRecovery;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finishes interrupted closings: all of them at startup, then periodically those that are overdue.
 */
final class RecoveryJob {

  private static final Logger LOG = LoggerFactory.getLogger(RecoveryJob.class);

  /** Younger closings belong to requests that are about to finish them. */
  private static final Duration OVERDUE = Duration.ofSeconds(3);

  private final ClosingRecovery recovery;
  private final Duration interval;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(RecoveryJob::thread);
  private final AtomicBoolean complete = new AtomicBoolean();
  private volatile CompletionStage<Void> inProgress = CompletableFuture.completedFuture(null);

  RecoveryJob(ClosingRecovery recovery, Duration interval) {
    this.recovery = recovery;
    this.interval = interval;
  }

  /**
   * Finishes the closings that a crash left behind and keeps looking for more.
   *
   * @return completes after the first pass, whatever its result; never fails
   */
  CompletionStage<Void> start() {
    return look(Duration.ZERO).whenComplete((done, failure) -> next());
  }

  /** Whether all closings that an earlier process left behind have been finished. */
  boolean isComplete() {
    return complete.get();
  }

  /**
   * Stops; no further pass is started.
   *
   * @return completes when the pass in progress is finished
   */
  CompletionStage<Void> stop() {
    timer.shutdownNow();
    return inProgress;
  }

  private CompletionStage<Void> look(Duration age) {
    CompletionStage<Void> look =
        recovery
            .run(age)
            .<Void>handle(
                (finished, failure) -> {
                  if (failure != null) {
                    JobFailures.log(LOG, "finishing interrupted closings", failure);
                  } else {
                    complete.set(true);
                    if (finished > 0) {
                      LOG.info("finished {} interrupted closings", finished);
                    }
                  }
                  return null;
                });
    inProgress = look;
    return look;
  }

  private void next() {
    if (!timer.isShutdown()) {
      var unused =
          timer.schedule(
              () ->
                  look(complete.get() ? OVERDUE : Duration.ZERO)
                      .whenComplete((done, failure) -> next()),
              interval.toMillis(),
              TimeUnit.MILLISECONDS);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "recovery");
    thread.setDaemon(true);
    return thread;
  }
}
