package dev.poscart.app.metrics;

import dev.poscart.web.load.Load;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** How busy the server is, as it is when asked. */
final class LoadMetrics {

  private final MeterRegistry registry;
  private final Supplier<Load> load;

  LoadMetrics(MeterRegistry registry, Supplier<Load> load) {
    this.registry = registry;
    this.load = load;
  }

  void register() {
    gauge("in.work", "Requests worked on now", Load::inWork);
    gauge("waiting", "Requests that wait for a place now", Load::waiting);
    gauge("connections", "Open connections", Load::connections);
    counter("refused", "Requests answered 503 because there were too many", Load::refused);
    counter("cut", "Connections cut because they were too many or too slow", Load::cut);
  }

  private void gauge(String name, String meaning, ToDoubleFunction<Load> figure) {
    Gauge.builder("poscart.http." + name, () -> figure.applyAsDouble(load.get()))
        .description(meaning)
        .strongReference(true)
        .register(registry);
  }

  private void counter(String name, String meaning, ToDoubleFunction<Load> figure) {
    // The registry stands for an object that lives as long as the counter, which holds it weakly.
    FunctionCounter.builder(
            "poscart.http." + name, registry, each -> figure.applyAsDouble(load.get()))
        .description(meaning)
        .register(registry);
  }
}
