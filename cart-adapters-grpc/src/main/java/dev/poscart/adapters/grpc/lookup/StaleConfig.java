package dev.poscart.adapters.grpc.lookup;

import java.time.Duration;

/**
 * Whether items are sold from an expired copy when the master is down or slow.
 *
 * @param limit the greatest age of such a copy; zero to sell none and fail instead
 * @param slowAfter how long the master may take before the copy is sold
 * @param maxItems bound on copies of all tenants and stores together
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

  /** Nothing is sold that the master has not confirmed lately. */
  public static StaleConfig failClosed() {
    return defaults().withLimit(Duration.ZERO);
  }

  public StaleConfig withLimit(Duration newLimit) {
    return new StaleConfig(newLimit, slowAfter, maxItems);
  }
}
