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

/** Finishes interrupted closings: all of them at the start, then those that are overdue. */
final class RecoveryJob {

  private static final Logger LOG = LoggerFactory.getLogger(RecoveryJob.class);

  /** A younger closing belongs to a request that is about to finish it. */
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
   * Finishes what a crash left, and goes on looking from then on.
   *
   * @return done once the first look is over, whatever its result; never fails
   */
  CompletionStage<Void> start() {
    return look(Duration.ZERO).whenComplete((done, failure) -> next());
  }

  /** Whether everything that an earlier process left behind has been finished. */
  boolean isComplete() {
    return complete.get();
  }

  /**
   * Starts nothing new.
   *
   * @return done once the look in progress is over
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
                    JobFailures.log(LOG, "looking for interrupted closings", failure);
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
