package dev.poscart.app;

import dev.poscart.domain.usecase.cart.CartRetention;
import dev.poscart.domain.usecase.cart.CartRetention.Removed;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes old carts, at startup and then every hour. */
final class RetentionJob {

  private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

  private final Optional<CartRetention> retention;
  private final Duration interval;
  private final IntConsumer counter;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(RetentionJob::thread);
  private volatile CompletableFuture<Void> inProgress = CompletableFuture.completedFuture(null);
  private volatile boolean failing;

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
    retention.ifPresent(each -> next(each, Duration.ZERO));
  }

  /**
   * Stops; no further batch is started.
   *
   * @return completes when the batch in progress is finished
   */
  CompletionStage<Void> stop() {
    timer.shutdownNow();
    return inProgress;
  }

  private void next(CartRetention each, Duration delay) {
    if (!timer.isShutdown()) {
      var unused = timer.schedule(() -> run(each), delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void run(CartRetention each) {
    CompletableFuture<Void> ours = new CompletableFuture<>();
    inProgress = ours;
    var unused =
        each.run(() -> !timer.isShutdown())
            .thenAccept(this::told)
            .whenComplete(
                (done, failure) -> {
                  ours.complete(null);
                  next(each, interval);
                });
  }

  private void told(Removed removed) {
    if (removed.carts() > 0) {
      counter.accept(removed.carts());
      LOG.info("removed {} old carts", removed.carts());
    }
    // Log only the first of a series of failures: an outage of days needs no line every hour.
    if (!failing) {
      removed.failure().ifPresent(why -> JobFailures.log(LOG, "removing old carts", why));
    }
    failing = removed.failure().isPresent();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "retention");
    thread.setDaemon(true);
    return thread;
  }
}
