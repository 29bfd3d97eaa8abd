package dev.poscart.app;

import dev.poscart.app.ops.OpsWatch;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the service for the person on duty, and counts the carts less often. */
final class OpsJob {

  private static final Logger LOG = LoggerFactory.getLogger(OpsJob.class);
  private static final Duration COUNT_INTERVAL = Duration.ofSeconds(5);

  private final RecurringJob looking;
  private final RecurringJob counting;

  OpsJob(OpsWatch watch, CartTally tally) {
    this.looking = new RecurringJob(LOG, "looking at the service", watch::look);
    this.counting = new RecurringJob(LOG, "counting carts", tally::count);
  }

  /** Starts both jobs and returns at once. */
  void start() {
    var unusedCount = counting.start(COUNT_INTERVAL);
    var unusedLook = looking.start(OpsWatch.INTERVAL);
  }

  /** Stops; completes when the runs in progress are over. */
  CompletionStage<Void> stop() {
    return CompletableFuture.allOf(looking.stop(), counting.stop());
  }
}
