package dev.poscart.app.metrics;

import dev.poscart.web.load.ServerLoad;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** How busy the server is, as it is when asked. */
final class LoadMetrics {

  private final MeterRegistry registry;
  private final Supplier<ServerLoad> load;

  LoadMetrics(MeterRegistry registry, Supplier<ServerLoad> load) {
    this.registry = registry;
    this.load = load;
  }

  void register() {
    gauge("in.work", "Requests worked on now", ServerLoad::inFlight);
    gauge("waiting", "Requests that wait for a place now", ServerLoad::queued);
    gauge("connections", "Open connections", ServerLoad::connections);
    counter("refused", "Requests answered 503 because there were too many", ServerLoad::refused);
    counter("cut", "Connections cut because they were too many or too slow", ServerLoad::cut);
  }

  private void gauge(String name, String meaning, ToDoubleFunction<ServerLoad> figure) {
    Gauge.builder("poscart.http." + name, () -> figure.applyAsDouble(load.get()))
        .description(meaning)
        .strongReference(true)
        .register(registry);
  }

  private void counter(String name, String meaning, ToDoubleFunction<ServerLoad> figure) {
    // The registry stands for an object that lives as long as the counter, which holds it weakly.
    FunctionCounter.builder(
            "poscart.http." + name, registry, each -> figure.applyAsDouble(load.get()))
        .description(meaning)
        .register(registry);
  }
}
