package dev.poscart.app.metrics;

import dev.poscart.adapters.envelope.SnapshotObserver;
import dev.poscart.adapters.grpc.ItemMasterObserver;
import dev.poscart.domain.model.CarryIncident;
import dev.poscart.domain.port.CartCounts;
import dev.poscart.web.MetricsSource;
import dev.poscart.web.RequestObserver;
import dev.poscart.web.load.ServerLoad;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** All meters of the process, rendered in Prometheus text format. */
public final class ServiceMetrics implements MetricsSource, AutoCloseable {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final StateHistory history = new StateHistory(Clock.systemUTC());
  private final ItemMasterMetrics itemMaster = new ItemMasterMetrics(registry, history);
  private final RequestMetrics requests = new RequestMetrics(registry);
  private final Counter cartsRemoved =
      Counter.builder("poscart.carts.removed")
          .description("Carts removed because of their age")
          .register(registry);
  private final Timer databasePings =
      Timers.timer(registry, "poscart.database.pings", "Signs of life of the database");
  private final AtomicInteger databaseUp = new AtomicInteger(1);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  public ServiceMetrics() {
    Gauge.builder("poscart.database.up", databaseUp, AtomicInteger::get)
        .description("1 if the database gave its last sign of life, 0 if not")
        .register(registry);
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

  /** Registers gauges of the carts in work; without a value while they cannot be counted. */
  public void showCarts(Supplier<Optional<CartCounts>> source) {
    carts("open", "Carts neither closed nor parked", source, CartCounts::open);
    carts("parked", "Parked carts", source, CartCounts::parked);
    carts(
        "closing",
        "Carts whose sale or cancellation is being written",
        source,
        CartCounts::closing);
  }

  private void carts(
      String name,
      String meaning,
      Supplier<Optional<CartCounts>> source,
      ToDoubleFunction<CartCounts> figure) {
    Gauge.builder(
            "poscart.carts." + name,
            () -> source.get().map(figure::applyAsDouble).orElse(Double.NaN))
        .description(meaning)
        .strongReference(true)
        .register(registry);
  }

  /** Records how long the database took for a sign of life, or that it gave none. */
  public void databaseAsked(Optional<Duration> answered) {
    answered.ifPresent(databasePings::record);
    databaseUp.set(answered.isPresent() ? 1 : 0);
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

  /** What has been counted since the start. */
  public Readings readings() {
    return new Readings(
        requests.readings(), itemMaster.lookupReadings(), itemMaster.cacheReading());
  }

  /** The latest changes of the connection to the item master, oldest first. */
  public List<StateChange> itemMasterChanges() {
    return history.changes();
  }

  /**
   * The sum of all gauges of a name.
   *
   * @param tags alternating names and values that they must have
   * @return NaN without such a gauge
   */
  public double gauge(String name, String... tags) {
    return registry.find(name).tags(tags).gauges().stream()
        .mapToDouble(Gauge::value)
        .reduce(Double::sum)
        .orElse(Double.NaN);
  }

  /** The state whose gauge is 1, of the gauges with this name and a state each. */
  public Optional<String> state(String name) {
    return registry.find(name).gauges().stream()
        .filter(gauge -> gauge.value() == 1)
        .map(gauge -> Optional.ofNullable(gauge.getId().getTag("state")).orElseThrow())
        .findFirst();
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
