package dev.poscart.app;

import dev.poscart.app.metrics.EventBacklog;
import dev.poscart.domain.port.Outbox;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.StoreDirectory;
import dev.poscart.domain.usecase.delivery.EventDelivery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outbox relay: publishes the events that are due, for one tenant as soon as it has closed a
 * sale, and in rounds at a fixed interval. Without a publisher it only counts the events in the
 * outbox.
 */
final class OutboxRelay {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

  private final Optional<EventDelivery> delivery;
  private final Supplier<Optional<String>> publisherFailure;
  private final Outbox outbox;
  private final StoreDirectory stores;
  private final TenantRounds rounds;
  private final RecurringJob publishing =
      new RecurringJob(LOG, "publishing events", this::publishWaiting);
  private final RecurringJob looking = new RecurringJob(LOG, "counting events", this::look);
  private final RecurringJob reviving =
      new RecurringJob(LOG, "retrying parked events", this::revive);
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();
  private final Map<String, EventBacklog> backlogs = new ConcurrentHashMap<>();
  private volatile EventBacklog backlog = EventBacklog.NONE;

  /**
   * @param delivery empty: events stay in the outbox
   * @param publisherFailure why the last event could not be published, if so
   */
  OutboxRelay(
      Optional<EventDelivery> delivery,
      Supplier<Optional<String>> publisherFailure,
      Outbox outbox,
      StoreDirectory stores,
      TenantRounds rounds) {
    this.delivery = delivery;
    this.publisherFailure = publisherFailure;
    this.outbox = outbox;
    this.stores = stores;
    this.rounds = rounds;
  }

  /** Starts the periodic jobs and returns at once. */
  void start(Duration interval, Duration reviveEvery) {
    var unused = reviving.start(reviveEvery);
    var unusedLook = looking.start(interval);
  }

  boolean publishes() {
    return delivery.isPresent();
  }

  /** Why the last event could not be published; empty if it was. */
  Optional<String> publisherFailure() {
    return publisherFailure.get();
  }

  /** The backlog as of the last count. */
  EventBacklog backlog() {
    return backlog;
  }

  /** Publishes the tenant's events soon, because the tenant has closed a sale. */
  void wake(String tenantId) {
    rounds.announce(tenantId);
    wake(List.of(tenantId));
  }

  private void wake(List<String> tenantIds) {
    if (publishes()) {
      waiting.addAll(tenantIds);
      publishing.wake();
    }
  }

  /** Stops; completes when the batch in progress is finished. */
  CompletionStage<Void> stop() {
    return CompletableFuture.allOf(publishing.stop(), looking.stop(), reviving.stop());
  }

  private CompletionStage<Void> look() {
    return rounds
        .run(
            tenants -> {
              wake(tenants);
              return Stages.inTurn(tenants, this::count).thenApply(done -> true);
            })
        .thenAccept(done -> tell());
  }

  private CompletionStage<Void> count(String tenantId) {
    return outbox
        .count(tenantId)
        .thenAccept(
            counts -> {
              EventBacklog found = EventBacklog.NONE.plus(counts);
              backlogs.put(tenantId, found);
              if (publishes() && found.waiting() > 0) {
                rounds.announce(tenantId);
              }
            });
  }

  private void tell() {
    EventBacklog all = backlogs.values().stream().reduce(EventBacklog.NONE, EventBacklog::plus);
    if (all.parked() > backlog.parked()) {
      LOG.error("{} events are parked and not being published", all.parked());
    }
    backlog = all;
  }

  private CompletionStage<Void> revive() {
    return delivery.isEmpty()
        ? CompletableFuture.completedFuture(null)
        : stores.tenantIds().thenCompose(tenants -> Stages.inTurn(tenants, this::revive));
  }

  private CompletionStage<Void> revive(String tenantId) {
    return delivery
        .orElseThrow()
        .revive(tenantId)
        .thenCompose(
            revived -> {
              if (revived == 0 || reviving.isStopped()) {
                return CompletableFuture.completedFuture(null);
              }
              LOG.info("retrying {} parked events of tenant {}", revived, tenantId);
              wake(tenantId);
              return revive(tenantId);
            });
  }

  private CompletionStage<Void> publishWaiting() {
    return Stages.inTurn(List.copyOf(waiting), this::publish);
  }

  private CompletionStage<Void> publish(String tenantId) {
    waiting.remove(tenantId);
    return publishing.isStopped()
        ? CompletableFuture.completedFuture(null)
        : delivery
            .orElseThrow()
            .run(tenantId)
            .thenAccept(
                published -> {
                  if (published > 0) {
                    wake(tenantId);
                  }
                });
  }
}
