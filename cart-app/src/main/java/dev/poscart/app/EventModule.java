package dev.poscart.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.poscart.adapters.http.HttpEventPublisher;
import dev.poscart.app.config.EventConfig;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.metrics.ServiceMetrics;
import dev.poscart.app.tracing.Tracing;
import dev.poscart.domain.port.Outbox;
import dev.poscart.domain.port.ReferenceData;
import dev.poscart.domain.port.StoreSet;
import dev.poscart.domain.usecase.delivery.DeliveryAcknowledgement;
import dev.poscart.domain.usecase.delivery.EventDelivery;
import dev.poscart.web.EventUseCases;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Wires the delivery of events to the peer services and their acknowledgements. */
final class EventModule extends AbstractModule {

  private static final int WHOLE = 1_000;

  @Provides
  @Singleton
  OutboxRelay relay(
      ServiceConfig config,
      StoreSet storeSet,
      ReferenceData reference,
      Clock clock,
      ServiceMetrics metrics,
      LifeCycle lifeCycle,
      Tracing tracing) {
    EventConfig events = config.events();
    Optional<ReportedPublisher> publisher =
        events
            .publisher()
            .map(to -> new HttpEventPublisher(to, tracing::headers))
            .map(tracing::publisher)
            .map(ReportedPublisher::new);
    OutboxRelay relay =
        new OutboxRelay(
            publisher.map(reported -> delivery(storeSet, reported, events, clock)),
            () -> publisher.flatMap(ReportedPublisher::failure),
            storeSet.outbox(),
            reference.stores(),
            new TenantRounds(reference.stores(), clock));
    lifeCycle.register("events", longestBatch(events).plusSeconds(5), relay::stop);
    metrics.showEvents(relay::backlog);
    return relay;
  }

  /** An opening has its float published before it. */
  private static Duration longestBatch(EventConfig events) {
    return events.publisher().map(to -> to.deadline().multipliedBy(2)).orElse(Duration.ZERO);
  }

  private static EventDelivery delivery(
      StoreSet storeSet, ReportedPublisher publisher, EventConfig events, Clock clock) {
    return new EventDelivery(
        storeSet.outbox(),
        publisher,
        events.rules(),
        UUID.randomUUID().toString(),
        clock,
        () -> ThreadLocalRandom.current().nextInt(WHOLE));
  }

  @Provides
  @Singleton
  EventUseCases parts(ServiceConfig config, StoreSet storeSet, Clock clock) {
    Outbox outbox = storeSet.outbox();
    return new EventUseCases(
        new DeliveryAcknowledgement(outbox, clock), config.events().notifyKey());
  }
}
