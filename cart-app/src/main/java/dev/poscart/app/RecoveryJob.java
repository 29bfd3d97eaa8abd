package dev.poscart.app;

import dev.poscart.domain.usecase.closing.ClosingRecovery;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
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
  private final TenantRounds rounds;
  private final Duration interval;
  private final RecurringJob job =
      new RecurringJob(LOG, "finishing interrupted closings", this::look);
  private volatile boolean complete;

  RecoveryJob(ClosingRecovery recovery, TenantRounds rounds, Duration interval) {
    this.recovery = recovery;
    this.rounds = rounds;
    this.interval = interval;
  }

  /**
   * Finishes the closings that a crash left behind and keeps looking for more.
   *
   * @return completes after the first pass, whatever its result; never fails
   */
  CompletionStage<Void> start() {
    return job.start(interval);
  }

  /** Whether all closings that an earlier process left behind have been finished. */
  boolean isComplete() {
    return complete;
  }

  /** Stops; completes when the pass in progress is finished. */
  CompletionStage<Void> stop() {
    return job.stop();
  }

  private CompletionStage<Void> look() {
    Duration age = complete ? OVERDUE : Duration.ZERO;
    return rounds
        .run(tenants -> recovery.run(tenants, age))
        .thenAccept(
            finished -> {
              complete = true;
              if (finished > 0) {
                LOG.info("finished {} interrupted closings", finished);
              }
            });
  }
}
