package dev.poscart.adapters.grpc.lookup;

import java.time.Duration;

/**
 * The configuration of the item cache.
 *
 * @param enabled false to look up every item
 * @param freshFor how long a cached item is used
 * @param refreshAfter age at which a requested item is refreshed in the background
 * @param missingFor how long a code is remembered as unknown
 * @param maxItems maximum number of items, all tenants and stores together
 */
public record CacheConfig(
    boolean enabled, Duration freshFor, Duration refreshAfter, Duration missingFor, int maxItems) {

  public CacheConfig {
    ConfigChecks.requireInRange("freshFor", freshFor, Duration.ofMillis(1), Duration.ofDays(1));
    ConfigChecks.requireInRange("refreshAfter", refreshAfter, Duration.ofMillis(1), freshFor);
    ConfigChecks.requireInRange(
        "missingFor", missingFor, Duration.ofMillis(1), Duration.ofHours(1));
    ConfigChecks.requireInRange("maxItems", maxItems, 1, 100_000_000);
  }

  /** Fresh for 300 s, refreshed after 240 s, unknown codes for 5 s, 100,000 items. */
  public static CacheConfig defaults() {
    return new CacheConfig(
        true, Duration.ofSeconds(300), Duration.ofSeconds(240), Duration.ofSeconds(5), 100_000);
  }

  /** No cache. */
  public static CacheConfig off() {
    CacheConfig defaults = defaults();
    return new CacheConfig(
        false, defaults.freshFor, defaults.refreshAfter, defaults.missingFor, defaults.maxItems);
  }

  /** This configuration with items fresh for this long and refreshed in the last fifth of it. */
  public CacheConfig withFreshFor(Duration newFreshFor) {
    return new CacheConfig(
        enabled, newFreshFor, newFreshFor.multipliedBy(4).dividedBy(5), missingFor, maxItems);
  }
}
