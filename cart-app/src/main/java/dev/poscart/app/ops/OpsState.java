package dev.poscart.app.ops;

import dev.poscart.app.metrics.LatencyHistogram;
import dev.poscart.app.metrics.Readings;
import dev.poscart.app.metrics.StateChange;
import dev.poscart.web.HealthReport;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code /ops/state}; the names of its members are those of the JSON, in snake case.
 *
 * @param at when it was answered, ISO 8601 in UTC
 * @param parts the health checks by name, as of the last look
 * @param samples the last hour, or what of it the caller does not know yet
 */
record OpsState(
    String at,
    Service service,
    ProcessFigures process,
    Map<String, Part> parts,
    ItemMaster itemMaster,
    Recent recent,
    @Nullable Carts carts,
    List<Warning> warnings,
    Map<String, List<?>> samples) {

  private static final double TENTHS = 10;

  /**
   * The running program.
   *
   * @param database the name of the check that is the database's
   */
  record Service(String version, String java, String startedAt, String database) {}

  /** Figures of the process; null where the machine does not tell. */
  record ProcessFigures(
      @Nullable Long heapUsedBytes,
      long heapMaxBytes,
      @Nullable Long threads,
      @Nullable Long openFiles,
      @Nullable Long maxFiles,
      @Nullable Double cpu) {}

  /** A health check. */
  record Part(
      boolean healthy,
      boolean dispensable,
      @Nullable Long responseTimeMs,
      Map<String, Object> details,
      @Nullable String error) {

    static Part of(HealthReport.Check check) {
      return new Part(
          check.healthy(),
          check.dispensable(),
          check.responseTime().map(time -> time.toMillis()).orElse(null),
          check.details(),
          check.error().orElse(null));
    }
  }

  /**
   * The connection to the item master.
   *
   * @param channel its state; null where items are looked up over REST, or before the first look-up
   */
  record ItemMaster(@Nullable String channel, String breaker, List<Change> changes) {}

  /** A change of the connection, as the history has it. */
  record Change(String at, String part, String to) {

    static Change of(StateChange change) {
      return new Change(
          change.at().toString(), change.part().name().toLowerCase(Locale.ROOT), change.to());
    }
  }

  /**
   * What was counted in the last minutes.
   *
   * @param seconds how long that is
   * @param lookupOutcomes look-ups by outcome
   */
  record Recent(
      long seconds,
      List<RequestRow> requests,
      Map<String, Long> lookupOutcomes,
      @Nullable Double lookupP50Ms,
      @Nullable Double lookupP99Ms,
      Readings.CacheReading cache) {

    static Recent of(long seconds, Readings counted) {
      Map<String, Long> outcomes = new TreeMap<>();
      counted.lookups().forEach((outcome, durations) -> outcomes.put(outcome, durations.count()));
      return new Recent(
          seconds,
          counted.requests().entrySet().stream()
              .filter(each -> each.getValue().count() > 0)
              .map(each -> RequestRow.of(each.getKey(), each.getValue()))
              .sorted(Comparator.comparing(RequestRow::count).reversed())
              .toList(),
          outcomes,
          millis(counted.allLookups(), 0.5),
          millis(counted.allLookups(), 0.99),
          counted.cache());
    }
  }

  /** Requests of one route with one status. */
  record RequestRow(
      String method,
      String route,
      int status,
      long count,
      @Nullable Double p50Ms,
      @Nullable Double p99Ms) {

    static RequestRow of(Readings.RequestKind kind, LatencyHistogram durations) {
      return new RequestRow(
          kind.method(),
          kind.route(),
          kind.status(),
          durations.count(),
          millis(durations, 0.5),
          millis(durations, 0.99));
    }
  }

  /** Carts in work; the whole is null while they cannot be counted. */
  record Carts(long open, long parked, long closing) {}

  private static @Nullable Double millis(LatencyHistogram durations, double quantile) {
    OptionalDouble value = durations.quantileMillis(quantile);
    return value.isPresent() ? Math.round(value.getAsDouble() * TENTHS) / TENTHS : null;
  }
}
