package dev.poscart.adapters.grpc.lookup;

import java.time.Duration;

/**
 * When look-ups are refused at once, because the master fails or is slow.
 *
 * @param enabled false to let every look-up try
 * @param window how many of the last look-ups are judged
 * @param least no judgement before so many
 * @param failurePercent refuses from this share of failures on
 * @param slowAfter a look-up without an answer counts as failed after this time, whatever becomes
 *     of it
 * @param openFor how long it refuses before it lets some through; it also does when the channel
 *     comes back
 * @param probes how many it lets through then
 */
public record BreakerConfig(
    boolean enabled,
    int window,
    int least,
    int failurePercent,
    Duration slowAfter,
    Duration openFor,
    int probes) {

  public BreakerConfig {
    ConfigChecks.requireInRange("window", window, 1, 100_000);
    ConfigChecks.requireInRange("least", least, 1, window);
    ConfigChecks.requireInRange("failurePercent", failurePercent, 1, 100);
    ConfigChecks.requireInRange("slowAfter", slowAfter, Duration.ofMillis(1), Duration.ofHours(1));
    ConfigChecks.requireInRange("openFor", openFor, Duration.ofMillis(1), Duration.ofHours(1));
    ConfigChecks.requireInRange("probes", probes, 1, 1000);
  }

  /** Half of the last 20 failed or had no answer after 2 s: refuses for 2 s, then 3 probes. */
  public static BreakerConfig defaults() {
    return new BreakerConfig(true, 20, 10, 50, Duration.ofSeconds(2), Duration.ofSeconds(2), 3);
  }

  /** No breaker: every look-up tries. */
  public static BreakerConfig off() {
    BreakerConfig d = defaults();
    return new BreakerConfig(
        false, d.window, d.least, d.failurePercent, d.slowAfter, d.openFor, d.probes);
  }
}
