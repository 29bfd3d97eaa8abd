package dev.poscart.app.ops;

import dev.poscart.app.metrics.LatencyHistogram;
import dev.poscart.app.metrics.Readings.RequestKind;
import java.util.Locale;

/** The figures that are kept for an hour. */
enum Series {
  /** API requests per second. */
  REQUESTS(look -> look.perSecond(look.sinceLast().requests(Series::isApi).count())),
  /** API requests per second that were answered with a status from 500 on. */
  FAILED_REQUESTS(look -> look.perSecond(look.sinceLast().requests(Series::hasFailed).count())),
  REQUEST_P50_MS(look -> quantile(look.lately().requests(Series::isApi), 0.5)),
  REQUEST_P99_MS(look -> quantile(look.lately().requests(Series::isApi), 0.99)),
  /** Look-ups per second. */
  LOOKUPS(look -> look.perSecond(look.sinceLast().allLookups().count())),
  LOOKUP_P50_MS(look -> quantile(look.lately().allLookups(), 0.5)),
  LOOKUP_P99_MS(look -> quantile(look.lately().allLookups(), 0.99)),
  /** Codes per second that the cache had. */
  CACHE_HITS(look -> look.perSecond(look.sinceLast().cache().hits())),
  /** Codes per second that the cache did not have. */
  CACHE_MISSES(look -> look.perSecond(look.sinceLast().cache().misses())),
  /** 1 while the item master can be asked. */
  ITEM_MASTER_UP(Look::itemMasterUp),
  /** 1 while the circuit breaker is closed. */
  BREAKER_CLOSED(look -> look.gauge("poscart.item.breaker.state", "state", "closed")),
  DATABASE_MS(Look::databaseMillis),
  OPEN_CARTS(look -> look.gauge("poscart.carts.open")),
  PARKED_CARTS(look -> look.gauge("poscart.carts.parked")),
  EVENTS_WAITING(look -> look.gauge("poscart.events.waiting")),
  EVENTS_PARKED(look -> look.gauge("poscart.events.parked")),
  HEAP_BYTES(look -> look.gauge("jvm.memory.used", "area", "heap")),
  THREADS(look -> look.gauge("jvm.threads.live"));

  /** Reads a figure; NaN if there is none. */
  interface Figure {
    double of(Look look);
  }

  private static final int FAILURE = 500;

  @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
  private final Figure figure;

  Series(Figure figure) {
    this.figure = figure;
  }

  double of(Look look) {
    return figure.of(look);
  }

  /** The name in answers. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Polls of operators and the files of pages are none of a till's requests. */
  private static boolean isApi(RequestKind kind) {
    return kind.route().startsWith("/api/") || kind.route().equals("none");
  }

  private static boolean hasFailed(RequestKind kind) {
    return isApi(kind) && kind.status() >= FAILURE;
  }

  private static double quantile(LatencyHistogram durations, double quantile) {
    return durations.quantileMillis(quantile).orElse(Double.NaN);
  }
}
