package dev.poscart.adapters.grpc.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The settings of the policy: defaults, changed copies, and refused values. */
class LookupConfigTest {

  private static final CacheConfig CACHE =
      new CacheConfig(
          true, Duration.ofSeconds(300), Duration.ofSeconds(240), Duration.ofSeconds(5), 100_000);
  private static final StaleConfig STALE =
      new StaleConfig(Duration.ofHours(1), Duration.ofMillis(500), 100_000);
  private static final BreakerConfig BREAKER =
      new BreakerConfig(true, 20, 10, 50, Duration.ofSeconds(2), Duration.ofSeconds(2), 3);

  private static final CacheConfig NO_CACHE =
      new CacheConfig(
          false, Duration.ofSeconds(300), Duration.ofSeconds(240), Duration.ofSeconds(5), 100_000);
  private static final StaleConfig NO_STALE =
      new StaleConfig(Duration.ZERO, Duration.ofMillis(500), 100_000);
  private static final BreakerConfig NO_BREAKER =
      new BreakerConfig(false, 20, 10, 50, Duration.ofSeconds(2), Duration.ofSeconds(2), 3);

  @Test
  void defaults_enableEverything() {
    assertThat(LookupConfig.defaults())
        .isEqualTo(new LookupConfig(true, CACHE, true, STALE, BREAKER));
  }

  @Test
  void bare_disablesEverything() {
    assertThat(LookupConfig.bare())
        .isEqualTo(new LookupConfig(false, NO_CACHE, false, NO_STALE, NO_BREAKER));
  }

  @Test
  void copies_changeOneComponent() {
    LookupConfig defaults = LookupConfig.defaults();
    assertThat(defaults.withEqualCodes(false))
        .isEqualTo(new LookupConfig(false, CACHE, true, STALE, BREAKER));
    assertThat(defaults.withCache(NO_CACHE))
        .isEqualTo(new LookupConfig(true, NO_CACHE, true, STALE, BREAKER));
    assertThat(defaults.withSingleFlight(false))
        .isEqualTo(new LookupConfig(true, CACHE, false, STALE, BREAKER));
    assertThat(defaults.withStale(NO_STALE))
        .isEqualTo(new LookupConfig(true, CACHE, true, NO_STALE, BREAKER));
    assertThat(defaults.withBreaker(NO_BREAKER))
        .isEqualTo(new LookupConfig(true, CACHE, true, STALE, NO_BREAKER));
  }

  @Test
  void freshness_isRefreshedInItsLastFifth() {
    assertThat(CACHE.withFreshFor(Duration.ofSeconds(10)))
        .isEqualTo(
            new CacheConfig(
                true,
                Duration.ofSeconds(10),
                Duration.ofSeconds(8),
                Duration.ofSeconds(5),
                100_000));
  }

  @Test
  void bounds_areInclusive_andValuesBeyondAreRefused() {
    ConfigChecks.requireInRange("count", 3, 3, 5);
    ConfigChecks.requireInRange("count", 5, 3, 5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfigChecks.requireInRange("count", 2, 3, 5))
        .withMessage("count: 2 (expected: 3..5)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfigChecks.requireInRange("count", 6, 3, 5))
        .withMessage("count: 6 (expected: 3..5)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfigChecks.requireNotBlank("name", " "))
        .withMessage("name: ' ' (expected: not blank)");
  }

  @Test
  void cache_refusesInvalidValues() {
    Duration ok = Duration.ofSeconds(1);
    refused("freshFor", () -> new CacheConfig(true, Duration.ZERO, ok, ok, 1));
    refused("refreshAfter", () -> new CacheConfig(true, ok, Duration.ofSeconds(2), ok, 1));
    refused("missingFor", () -> new CacheConfig(true, ok, ok, Duration.ZERO, 1));
    refused("maxItems", () -> new CacheConfig(true, ok, ok, ok, 0));
  }

  @Test
  void staleFallback_refusesInvalidValues() {
    Duration ok = Duration.ofSeconds(1);
    refused("limit", () -> new StaleConfig(Duration.ofDays(31), ok, 1));
    refused("slowAfter", () -> new StaleConfig(ok, Duration.ZERO, 1));
    refused("maxItems", () -> new StaleConfig(ok, ok, 0));
  }

  @Test
  void breaker_refusesInvalidValues() {
    Duration ok = Duration.ofSeconds(1);
    Duration none = Duration.ZERO;
    refused("window", () -> new BreakerConfig(true, 0, 1, 50, ok, ok, 1));
    refused("least", () -> new BreakerConfig(true, 2, 3, 50, ok, ok, 1));
    refused("failurePercent", () -> new BreakerConfig(true, 2, 2, 101, ok, ok, 1));
    refused("slowAfter", () -> new BreakerConfig(true, 2, 2, 50, none, ok, 1));
    refused("openFor", () -> new BreakerConfig(true, 2, 2, 50, ok, none, 1));
    refused("probes", () -> new BreakerConfig(true, 2, 2, 50, ok, ok, 0));
  }

  private static void refused(String name, Runnable making) {
    assertThatIllegalArgumentException()
        .isThrownBy(making::run)
        .withMessageStartingWith(name + ": ");
  }
}
