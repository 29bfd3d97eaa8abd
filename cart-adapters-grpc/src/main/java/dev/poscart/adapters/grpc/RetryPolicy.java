package dev.poscart.adapters.grpc;

import dev.poscart.adapters.grpc.lookup.ConfigChecks;
import dev.poscart.proto.ItemServiceGrpc;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a call that did not reach the server is tried again, always within its deadline: UNAVAILABLE;
 * CANCELLED, with which a server that is shut down breaks its calls; and UNKNOWN, which is what the
 * client itself makes of a call that is put on a connection in the moment of its death. A server
 * may mean something else by the last two, but a look-up changes nothing, so asking twice does no
 * harm, and the budget bounds it. Everything else is an answer.
 *
 * @param maxAttempts the first included; 1 for no second try
 * @param firstPause before the second attempt, on average half of it; doubled for the next
 * @param budget each failure costs one, each success earns a half; no retries while less than half
 *     of the budget is left
 */
public record RetryPolicy(int maxAttempts, Duration firstPause, int budget) {

  public RetryPolicy {
    // gRPC itself makes no more than 5 attempts.
    ConfigChecks.requireInRange("maxAttempts", maxAttempts, 1, 5);
    ConfigChecks.requireInRange(
        "firstPause", firstPause, Duration.ofMillis(1), Duration.ofSeconds(10));
    ConfigChecks.requireInRange("budget", budget, 1, 1000);
  }

  /** Three attempts, 50 ms and 100 ms apart, with a budget of 200. */
  public static RetryPolicy defaults() {
    return new RetryPolicy(3, Duration.ofMillis(50), 200);
  }

  /** The policy in the form of gRPC's service config; its numbers have to be doubles. */
  Map<String, Object> serviceConfig() {
    if (maxAttempts == 1) {
      return Map.of();
    }
    Map<String, Object> policy =
        Map.of(
            "maxAttempts", (double) maxAttempts,
            "initialBackoff", seconds(firstPause),
            "maxBackoff", seconds(firstPause.multipliedBy(4)),
            "backoffMultiplier", 2.0,
            "retryableStatusCodes", List.of("UNAVAILABLE", "CANCELLED", "UNKNOWN"));
    Map<String, Object> method =
        Map.of(
            "name",
            List.of(Map.of("service", ItemServiceGrpc.SERVICE_NAME)),
            "retryPolicy",
            policy);
    return Map.of(
        "methodConfig",
        List.of(method),
        "retryThrottling",
        Map.of("maxTokens", (double) budget, "tokenRatio", 0.5));
  }

  private static String seconds(Duration duration) {
    return "%d.%03ds".formatted(duration.toSeconds(), duration.toMillisPart());
  }
}
