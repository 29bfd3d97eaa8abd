package dev.poscart.app.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the meters have counted since the start of the process, or between two readings.
 *
 * @param requests answered requests
 * @param lookups look-ups of items, by outcome in lower case
 */
public record Readings(
    Map<RequestKind, LatencyHistogram> requests,
    Map<String, LatencyHistogram> lookups,
    CacheReading cache) {

  /** Nothing counted yet. */
  public static final Readings NONE = new Readings(Map.of(), Map.of(), CacheReading.NONE);

  public Readings {
    requests = Map.copyOf(requests);
    lookups = Map.copyOf(lookups);
  }

  /**
   * Requests that are counted together.
   *
   * @param route the path with its parameters in braces
   */
  public record RequestKind(String method, String route, int status) {}

  /**
   * Codes by how the cache of items served them.
   *
   * @param coalesced joined a look-up in progress
   * @param stale sold from an expired entry
   */
  public record CacheReading(long hits, long misses, long coalesced, long stale) {

    static final CacheReading NONE = new CacheReading(0, 0, 0, 0);

    CacheReading minus(CacheReading earlier) {
      return new CacheReading(
          hits - earlier.hits,
          misses - earlier.misses,
          coalesced - earlier.coalesced,
          stale - earlier.stale);
    }
  }

  /** What was counted since an earlier reading. */
  public Readings minus(Readings earlier) {
    return new Readings(
        since(requests, earlier.requests),
        since(lookups, earlier.lookups),
        cache.minus(earlier.cache));
  }

  /** All requests of some kinds. */
  public LatencyHistogram requests(Predicate<RequestKind> which) {
    return requests.entrySet().stream()
        .filter(each -> which.test(each.getKey()))
        .map(Map.Entry::getValue)
        .reduce(LatencyHistogram.EMPTY, LatencyHistogram::plus);
  }

  /** All look-ups, whatever their outcome. */
  public LatencyHistogram allLookups() {
    return lookups.values().stream().reduce(LatencyHistogram.EMPTY, LatencyHistogram::plus);
  }

  private static <K> Map<K, LatencyHistogram> since(
      Map<K, LatencyHistogram> now, Map<K, LatencyHistogram> earlier) {
    Map<K, LatencyHistogram> counted = new HashMap<>();
    now.forEach(
        (kind, all) ->
            counted.put(kind, all.minus(earlier.getOrDefault(kind, LatencyHistogram.EMPTY))));
    return counted;
  }
}
