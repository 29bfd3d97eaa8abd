package dev.poscart.adapters.grpc.lookup;

import java.time.Duration;

/**
 * The configuration of the circuit breaker, which rejects look-ups while the item master fails or
 * is slow.
 *
 * @param enabled false to let every look-up through
 * @param window number of recent look-ups that are evaluated
 * @param least minimum number of look-ups before the first evaluation
 * @param failurePercent percentage of failures at which the breaker opens
 * @param slowAfter time after which an unanswered look-up counts as failed, whatever its outcome
 * @param openFor how long the breaker rejects look-ups before it lets some through; it also does so
 *     when the channel reconnects
 * @param probes number of look-ups that it then lets through
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

  /**
   * Opens for 2 s if half of the last 20 look-ups failed or took longer than 2 s; then 3 probes.
   */
  public static BreakerConfig defaults() {
    return new BreakerConfig(true, 20, 10, 50, Duration.ofSeconds(2), Duration.ofSeconds(2), 3);
  }

  /** No circuit breaker. */
  public static BreakerConfig off() {
    BreakerConfig d = defaults();
    return new BreakerConfig(
        false, d.window, d.least, d.failurePercent, d.slowAfter, d.openFor, d.probes);
  }
}
