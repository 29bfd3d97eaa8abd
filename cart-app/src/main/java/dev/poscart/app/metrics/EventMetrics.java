package dev.poscart.app.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What the peer services have not heard of yet, as of the last count. */
final class EventMetrics {

  private final MeterRegistry registry;
  private final Supplier<EventBacklog> backlog;

  EventMetrics(MeterRegistry registry, Supplier<EventBacklog> backlog) {
    this.registry = registry;
    this.backlog = backlog;
  }

  void register() {
    gauge("waiting", "Events that are not published yet", EventBacklog::waiting);
    gauge("parked", "Events given up after too many failures", EventBacklog::parked);
    gauge(
        "unacknowledged",
        "Events published, but not acknowledged by all peer services",
        EventBacklog::unacknowledged);
  }

  private void gauge(String name, String meaning, ToDoubleFunction<EventBacklog> figure) {
    Gauge.builder("poscart.events." + name, () -> figure.applyAsDouble(backlog.get()))
        .description(meaning)
        .strongReference(true)
        .register(registry);
  }
}
