package dev.poscart.adapters.grpc;

import dev.poscart.adapters.grpc.lookup.ConfigChecks;
import java.time.Duration;

/**
 * The pace of connection attempts while calls are waiting.
 *
 * @param attemptEvery pause between two attempts, randomized by 20 percent either way
 * @param waitFor how long into an outage look-ups wait for the connection; later ones fail at once
 *     while attempts continue
 */
public record ReconnectPolicy(Duration attemptEvery, Duration waitFor) {

  private static final Duration MAX = Duration.ofMinutes(10);

  public ReconnectPolicy {
    ConfigChecks.requireInRange("attemptEvery", attemptEvery, Duration.ofMillis(10), MAX);
    ConfigChecks.requireInRange("waitFor", waitFor, Duration.ZERO, MAX);
  }

  /** An attempt every 100 ms; look-ups wait during the first second. */
  public static ReconnectPolicy defaults() {
    return new ReconnectPolicy(Duration.ofMillis(100), Duration.ofSeconds(1));
  }
}
