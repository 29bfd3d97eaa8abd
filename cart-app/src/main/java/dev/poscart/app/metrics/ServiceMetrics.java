package dev.poscart.app.metrics;

import dev.poscart.adapters.grpc.ItemMasterObserver;
import dev.poscart.web.MetricsSource;
import dev.poscart.web.RequestObserver;
import dev.poscart.web.load.ServerLoad;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.Supplier;

/** All meters of the process, shown in Prometheus's text format. */
public final class ServiceMetrics implements MetricsSource, AutoCloseable {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ItemMasterMetrics itemMaster = new ItemMasterMetrics(registry);
  private final RequestMetrics requests = new RequestMetrics(registry);
  private final Counter cartsRemoved =
      Counter.builder("poscart.carts.removed")
          .description("Carts removed because they were old")
          .register(registry);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  public ServiceMetrics() {
    collections.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** To be told what happens on the way to the item master. */
  public ItemMasterObserver itemMaster() {
    return itemMaster;
  }

  /** Shows the states of the channel and of the circuit breaker, as they are when asked. */
  public void show(ItemMasterStates states) {
    itemMaster.show(states);
  }

  /** Shows how busy the server is, as it is when asked. */
  public void showLoad(Supplier<ServerLoad> source) {
    new LoadMetrics(registry, source).register();
  }

  /** Shows what the peer services have not heard of yet. */
  public void showEvents(Supplier<EventBacklog> source) {
    new EventMetrics(registry, source).register();
  }

  /** Shows which version runs. */
  public void showVersion(String version) {
    Gauge.builder("poscart.build", () -> 1)
        .description("The version that runs")
        .tag("version", version)
        .register(registry);
  }

  /** To be told that so many old carts were removed. */
  public void cartsRemoved(int count) {
    cartsRemoved.increment(count);
  }

  /** To be told of each request. */
  public RequestObserver requests() {
    return requests;
  }

  @Override
  public String text() {
    return registry.scrape();
  }

  /** Stops listening to the JVM. */
  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
