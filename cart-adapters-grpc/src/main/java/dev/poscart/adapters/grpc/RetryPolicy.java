package dev.poscart.adapters.grpc;

import dev.poscart.adapters.grpc.lookup.ConfigChecks;
import dev.poscart.proto.ItemServiceGrpc;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Retries of calls that did not reach the item master, always within their deadline: UNAVAILABLE;
 * CANCELLED, with which a server that shuts down ends its calls; and UNKNOWN, which the client
 * reports for a call assigned to a connection that is just breaking. A server may mean something
 * else by the last two, but a look-up changes nothing, so repeating it does no harm, and the budget
 * limits the load. All other statuses count as responses.
 *
 * @param maxAttempts including the first; 1 for no retries
 * @param firstPause before the second attempt, on average half of it; doubled for the next
 * @param budget each failure costs one, each success earns a half; no retries while less than half
 *     of the budget is left
 */
public record RetryPolicy(int maxAttempts, Duration firstPause, int budget) {

  public RetryPolicy {
    // gRPC makes at most 5 attempts.
    ConfigChecks.requireInRange("maxAttempts", maxAttempts, 1, 5);
    ConfigChecks.requireInRange(
        "firstPause", firstPause, Duration.ofMillis(1), Duration.ofSeconds(10));
    ConfigChecks.requireInRange("budget", budget, 1, 1000);
  }

  /** Three attempts, pauses of up to 50 ms and 100 ms, a budget of 200. */
  public static RetryPolicy defaults() {
    return new RetryPolicy(3, Duration.ofMillis(50), 200);
  }

  /** The policy in the form of gRPC's service config, whose numbers must be doubles. */
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
