package dev.poscart.app;

import dev.poscart.domain.usecase.cart.CartRetention;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes old carts, at startup and then every hour. */
final class RetentionJob {

  private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

  private final Optional<CartRetention> retention;
  private final Duration interval;
  private final IntConsumer counter;
  private final RecurringJob job = new RecurringJob(LOG, "removing old carts", this::remove);

  /**
   * @param retention empty: carts are never removed
   * @param counter receives the number of removed carts
   */
  RetentionJob(Optional<CartRetention> retention, Duration interval, IntConsumer counter) {
    this.retention = retention;
    this.interval = interval;
    this.counter = counter;
  }

  /** Starts the job and returns at once. */
  void start() {
    if (retention.isPresent()) {
      var unused = job.start(interval);
    }
  }

  /** Stops; completes when the batch in progress is finished. */
  CompletionStage<Void> stop() {
    return job.stop();
  }

  private CompletionStage<Void> remove() {
    return retention
        .orElseThrow()
        .run(() -> !job.isStopped())
        .thenCompose(
            removed -> {
              if (removed.carts() > 0) {
                counter.accept(removed.carts());
                LOG.info("removed {} old carts", removed.carts());
              }
              return removed
                  .failure()
                  .<CompletionStage<Void>>map(CompletableFuture::failedFuture)
                  .orElseGet(() -> CompletableFuture.completedFuture(null));
            });
  }
}
