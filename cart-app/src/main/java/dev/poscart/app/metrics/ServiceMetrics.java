package dev.poscart.app.metrics;

import dev.poscart.adapters.envelope.SnapshotObserver;
import dev.poscart.adapters.grpc.ItemMasterObserver;
import dev.poscart.domain.model.CarryIncident;
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
import java.util.Locale;
import java.util.function.Supplier;

/** All meters of the process, rendered in Prometheus text format. */
public final class ServiceMetrics implements MetricsSource, AutoCloseable {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ItemMasterMetrics itemMaster = new ItemMasterMetrics(registry);
  private final RequestMetrics requests = new RequestMetrics(registry);
  private final Counter cartsRemoved =
      Counter.builder("poscart.carts.removed")
          .description("Carts removed because of their age")
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

  /** The observer that records what happens between the service and the item master. */
  public ItemMasterObserver itemMaster() {
    return itemMaster;
  }

  /** Registers gauges for the states of the channel and the circuit breaker. */
  public void show(ItemMasterStates states) {
    itemMaster.show(states);
  }

  /** Registers meters for the load of the HTTP server. */
  public void showLoad(Supplier<ServerLoad> source) {
    new LoadMetrics(registry, source).register();
  }

  /** Registers gauges for the event backlog. */
  public void showEvents(Supplier<EventBacklog> source) {
    new EventMetrics(registry, source).register();
  }

  /** Registers a gauge that carries the version as a label. */
  public void showVersion(String version) {
    Gauge.builder("poscart.build", () -> 1)
        .description("The running version")
        .tag("version", version)
        .register(registry);
  }

  /** Counts removed carts. */
  public void cartsRemoved(int count) {
    cartsRemoved.increment(count);
  }

  /** Counts what was refused or odd about carried carts. */
  public void carryIncident(CarryIncident.Kind kind) {
    Counter.builder("poscart.carried.incidents")
        .description("Refused snapshots and odd closings of carried carts")
        .tag("kind", kind.name().toLowerCase(Locale.ROOT))
        .register(registry)
        .increment();
  }

  /** Counts the uses of each key for envelopes. */
  public void carriedSnapshot(String kid, SnapshotObserver.Use use) {
    Counter.builder("poscart.carried.snapshots")
        .description("Snapshots issued, verified and refused, by key")
        .tag("key", kid)
        .tag("use", use.name().toLowerCase(Locale.ROOT))
        .register(registry)
        .increment();
  }

  /** The observer that records each request. */
  public RequestObserver requests() {
    return requests;
  }

  @Override
  public String text() {
    return registry.scrape();
  }

  /** Stops observing the JVM. */
  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
