package dev.poscart.adapters.grpc.lookup;

import java.time.Duration;

/**
 * The configuration of the stale fallback, which serves expired items while the item master is down
 * or slow.
 *
 * @param limit maximum age of such an item; zero: disabled
 * @param slowAfter response time after which the expired item is served
 * @param maxItems maximum number of items, all tenants and stores together
 */
public record StaleConfig(Duration limit, Duration slowAfter, int maxItems) {

  public StaleConfig {
    ConfigChecks.requireInRange("limit", limit, Duration.ZERO, Duration.ofDays(30));
    ConfigChecks.requireInRange("slowAfter", slowAfter, Duration.ofMillis(1), Duration.ofHours(1));
    ConfigChecks.requireInRange("maxItems", maxItems, 1, 100_000_000);
  }

  /** Up to an hour old, after half a second, 100,000 items. */
  public static StaleConfig defaults() {
    return new StaleConfig(Duration.ofHours(1), Duration.ofMillis(500), 100_000);
  }

  /** No stale fallback. */
  public static StaleConfig failClosed() {
    return defaults().withLimit(Duration.ZERO);
  }

  public StaleConfig withLimit(Duration newLimit) {
    return new StaleConfig(newLimit, slowAfter, maxItems);
  }
}
