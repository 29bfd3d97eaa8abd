package dev.poscart.app;

import dev.poscart.app.metrics.EventBacklog;
import dev.poscart.domain.port.Outbox;
import dev.poscart.domain.port.StoreDirectory;
import dev.poscart.domain.usecase.delivery.EventDelivery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outbox relay: publishes the events that are due, for one tenant as soon as it has closed a
 * sale and for all tenants at a fixed interval. Without a publisher it only counts the events in
 * the outbox.
 */
final class OutboxRelay {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

  private final Optional<EventDelivery> delivery;
  private final Outbox outbox;
  private final StoreDirectory storeDirectory;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(OutboxRelay::thread);
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile EventBacklog backlog = EventBacklog.NONE;
  private volatile CompletableFuture<Void> round = CompletableFuture.completedFuture(null);
  private volatile boolean stopping;

  /**
   * @param delivery empty: events stay in the outbox
   */
  OutboxRelay(Optional<EventDelivery> delivery, Outbox outbox, StoreDirectory storeDirectory) {
    this.delivery = delivery;
    this.outbox = outbox;
    this.storeDirectory = storeDirectory;
  }

  /** Starts the periodic jobs and returns at once. */
  void start(Duration interval, Duration reviveEvery) {
    every(reviveEvery, this::revive);
    every(interval, this::look);
  }

  boolean publishes() {
    return delivery.isPresent();
  }

  /** The backlog as of the last count. */
  EventBacklog backlog() {
    return backlog;
  }

  /** Publishes the tenant's events soon, because the tenant has closed a sale. */
  void wake(String tenantId) {
    if (publishes()) {
      waiting.add(tenantId);
      go();
    }
  }

  /**
   * Stops; no further batch is started.
   *
   * @return completes when the batch in progress is finished
   */
  CompletionStage<Void> stop() {
    stopping = true;
    timer.shutdownNow();
    return round;
  }

  private void every(Duration interval, Runnable task) {
    var unused = timer.scheduleWithFixedDelay(task, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    ofAllTenants(
        "counting events",
        tenants -> {
          if (publishes()) {
            waiting.addAll(tenants);
            go();
          }
          return count(tenants);
        });
  }

  private void revive() {
    ofAllTenants(
        "retrying parked events",
        tenants -> {
          CompletionStage<Void> done = CompletableFuture.completedFuture(null);
          for (String tenant : tenants) {
            done = done.thenCompose(before -> revive(tenant));
          }
          return done;
        });
  }

  private CompletionStage<Void> revive(String tenantId) {
    return delivery
        .map(each -> each.revive(tenantId))
        .orElseGet(() -> CompletableFuture.completedFuture(0))
        .thenCompose(
            revived -> {
              if (revived == 0 || stopping) {
                return CompletableFuture.completedFuture(null);
              }
              LOG.info("retrying {} parked events of tenant {}", revived, tenantId);
              wake(tenantId);
              return revive(tenantId);
            });
  }

  private CompletionStage<Void> count(List<String> tenants) {
    CompletionStage<EventBacklog> done = CompletableFuture.completedFuture(EventBacklog.NONE);
    for (String tenant : tenants) {
      done = done.thenCombine(outbox.count(tenant), EventBacklog::plus);
    }
    return done.thenAccept(
        all -> {
          if (all.parked() > backlog.parked()) {
            LOG.error("{} events are parked and not being published", all.parked());
          }
          backlog = all;
        });
  }

  private void ofAllTenants(String what, Function<List<String>, CompletionStage<Void>> task) {
    var unused =
        storeDirectory
            .tenantIds()
            .thenCompose(task)
            .whenComplete((done, failure) -> logFailure(what, Optional.ofNullable(failure)));
  }

  /**
   * Starts a round unless one is running; tenants that are added meanwhile are handled in the next.
   */
  private void go() {
    if (stopping || waiting.isEmpty() || !busy.compareAndSet(false, true)) {
      return;
    }
    try {
      timer.execute(this::startRound);
    } catch (RejectedExecutionException e) {
      LOG.debug("stopping: events that are due will be published after the next start");
    }
  }

  private void startRound() {
    CompletableFuture<Void> ours = new CompletableFuture<>();
    round = ours;
    CompletionStage<Void> done = CompletableFuture.completedFuture(null);
    for (String tenant : List.copyOf(waiting)) {
      waiting.remove(tenant);
      done = done.thenCompose(before -> publish(tenant));
    }
    var unused =
        done.whenComplete(
            (through, failure) -> {
              busy.set(false);
              ours.complete(null);
              go();
            });
  }

  private CompletionStage<Void> publish(String tenantId) {
    if (stopping || delivery.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    return delivery
        .get()
        .run(tenantId)
        .handle(
            (published, failure) -> {
              logFailure("publishing events", Optional.ofNullable(failure));
              if (failure == null && published > 0) {
                waiting.add(tenantId);
              }
              return null;
            });
  }

  private void logFailure(String what, Optional<Throwable> failure) {
    if (!stopping) {
      failure.ifPresent(why -> JobFailures.log(LOG, what, why));
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "events");
    thread.setDaemon(true);
    return thread;
  }
}
