package dev.poscart.app.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Gauges of the event backlog, as of the last count. */
final class EventMetrics {

  private final MeterRegistry registry;
  private final Supplier<EventBacklog> backlog;

  EventMetrics(MeterRegistry registry, Supplier<EventBacklog> backlog) {
    this.registry = registry;
    this.backlog = backlog;
  }

  void register() {
    gauge("waiting", "Events not published yet", EventBacklog::waiting);
    gauge("parked", "Events set aside after too many failed attempts", EventBacklog::parked);
    gauge(
        "unacknowledged",
        "Events published, but not yet acknowledged by all peer services",
        EventBacklog::unacknowledged);
  }

  private void gauge(String name, String meaning, ToDoubleFunction<EventBacklog> figure) {
    Gauge.builder("poscart.events." + name, () -> figure.applyAsDouble(backlog.get()))
        .description(meaning)
        .strongReference(true)
        .register(registry);
  }
}
