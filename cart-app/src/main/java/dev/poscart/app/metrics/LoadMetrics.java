package dev.poscart.app.metrics;

import dev.poscart.web.load.ServerLoad;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Meters of the HTTP server's load, polled when metrics are scraped. */
final class LoadMetrics {

  private final MeterRegistry registry;
  private final Supplier<ServerLoad> load;

  LoadMetrics(MeterRegistry registry, Supplier<ServerLoad> load) {
    this.registry = registry;
    this.load = load;
  }

  void register() {
    gauge("in.work", "Requests being processed", ServerLoad::inFlight);
    gauge("waiting", "Requests in the queue", ServerLoad::queued);
    gauge("connections", "Open connections", ServerLoad::connections);
    counter("refused", "Requests answered 503 because of overload", ServerLoad::refused);
    counter("cut", "Connections closed because they were too many or too slow", ServerLoad::cut);
  }

  private void gauge(String name, String meaning, ToDoubleFunction<ServerLoad> figure) {
    Gauge.builder("poscart.http." + name, () -> figure.applyAsDouble(load.get()))
        .description(meaning)
        .strongReference(true)
        .register(registry);
  }

  private void counter(String name, String meaning, ToDoubleFunction<ServerLoad> figure) {
    // The counter references its state object weakly. The registry serves as one because it lives
    // as long as the counter.
    FunctionCounter.builder(
            "poscart.http." + name, registry, each -> figure.applyAsDouble(load.get()))
        .description(meaning)
        .register(registry);
  }
}
