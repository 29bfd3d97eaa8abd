package dev.poscart.app.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.poscart.app.metrics.Readings;
import dev.poscart.app.metrics.ServiceMetrics;
import dev.poscart.domain.port.CartCounts;
import dev.poscart.web.HealthReport;
import dev.poscart.web.HealthSource;
import dev.poscart.web.OpsSource;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at the service at intervals, and tells what it has seen without asking anything. */
public final class OpsWatch implements OpsSource {

  /** The interval between looks. */
  public static final Duration INTERVAL = Duration.ofSeconds(2);

  private static final int LOOKS_PER_HOUR = 1_800;
  private static final int LOOKS_IN_TEN_SECONDS = 5;
  private static final int TEN_SECONDS_IN_FIVE_MINUTES = 30;

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final OpsState.Service service;
  private final HealthSource health;
  private final ServiceMetrics metrics;
  private final Supplier<Optional<CartCounts>> carts;
  private final RecentWarnings warnings;
  private final Clock clock;
  private final Samples samples = new Samples(LOOKS_PER_HOUR);
  private final Lookback last = new Lookback(1, 1);
  private final Lookback tenSeconds = new Lookback(1, LOOKS_IN_TEN_SECONDS);
  private final Lookback fiveMinutes =
      new Lookback(LOOKS_IN_TEN_SECONDS, TEN_SECONDS_IN_FIVE_MINUTES);
  private HealthReport seen = HealthReport.HEALTHY;

  /**
   * @param database the name of the database's health check
   * @param carts empty while they cannot be counted
   */
  public OpsWatch(
      String version,
      String database,
      HealthSource health,
      ServiceMetrics metrics,
      Supplier<Optional<CartCounts>> carts,
      RecentWarnings warnings,
      Clock clock) {
    this.service = new OpsState.Service(version, java(), clock.instant().toString(), database);
    this.health = health;
    this.metrics = metrics;
    this.carts = carts;
    this.warnings = warnings;
    this.clock = clock;
  }

  /** Without what the distribution has added to it. */
  private static String java() {
    return Runtime.version().version().stream()
        .map(String::valueOf)
        .collect(Collectors.joining("."));
  }

  /** Looks once. The health checks bound their own time. */
  public CompletionStage<Void> look() {
    return health.details().thenAccept(report -> see(report, System.nanoTime()));
  }

  private synchronized void see(HealthReport report, long now) {
    Optional<Duration> answered =
        check(report, service.database())
            .filter(HealthReport.Check::healthy)
            .flatMap(HealthReport.Check::responseTime);
    metrics.databaseAsked(answered);
    Readings readings = metrics.readings();
    samples.add(
        clock.millis(),
        new Look(
            metrics,
            last.span(now),
            last.since(readings),
            tenSeconds.since(readings),
            answered,
            check(report, "item_master").flatMap(OpsWatch::isUp)));
    Stream.of(last, tenSeconds, fiveMinutes).forEach(each -> each.add(now, readings));
    seen = report;
  }

  /** Empty until the item master is reached for the first time, unless that fails. */
  private static Optional<Boolean> isUp(HealthReport.Check master) {
    boolean isStarting = Boolean.TRUE.equals(master.details().get("starting"));
    return isStarting ? Optional.empty() : Optional.of(master.healthy());
  }

  private static Optional<HealthReport.Check> check(HealthReport report, String name) {
    return Optional.ofNullable(report.checks().get(name));
  }

  @Override
  public synchronized byte[] json(Duration last) {
    try {
      return JSON.writeValueAsBytes(state(last));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private OpsState state(Duration last) {
    Map<String, OpsState.Part> parts = new LinkedHashMap<>();
    seen.checks().forEach((name, check) -> parts.put(name, OpsState.Part.of(check)));
    return new OpsState(
        clock.instant().toString(),
        service,
        process(),
        parts,
        new OpsState.ItemMaster(
            metrics.state("poscart.item.master.channel.state").orElse(null),
            metrics.state("poscart.item.breaker.state").orElse("closed"),
            metrics.itemMasterChanges().stream().map(OpsState.Change::of).toList()),
        OpsState.Recent.of(
            fiveMinutes.span(System.nanoTime()).toSeconds(), fiveMinutes.since(metrics.readings())),
        carts
            .get()
            .map(count -> new OpsState.Carts(count.open(), count.parked(), count.closing()))
            .orElse(null),
        warnings.latest(),
        samples.after(clock.millis() - last.toMillis()));
  }

  private OpsState.ProcessFigures process() {
    return new OpsState.ProcessFigures(
        whole("jvm.memory.used", "area", "heap"),
        Runtime.getRuntime().maxMemory(),
        whole("jvm.threads.live"),
        whole("process.files.open"),
        whole("process.files.max"),
        Optional.of(metrics.gauge("process.cpu.usage")).filter(Double::isFinite).orElse(null));
  }

  private @Nullable Long whole(String gauge, String... tags) {
    double value = metrics.gauge(gauge, tags);
    return Double.isFinite(value) ? Long.valueOf(Math.round(value)) : null;
  }
}
