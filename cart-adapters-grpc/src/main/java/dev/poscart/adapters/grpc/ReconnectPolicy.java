package dev.poscart.adapters.grpc;

import dev.poscart.adapters.grpc.lookup.ConfigChecks;
import java.time.Duration;

/**
 * How attempts to connect follow one another while calls wait.
 *
 * @param attemptEvery the pause between two attempts, give or take a fifth
 * @param waitFor how long into an outage look-ups wait for the connection; later ones fail at once
 *     as long as attempts go on
 */
public record ReconnectPolicy(Duration attemptEvery, Duration waitFor) {

  private static final Duration MAX = Duration.ofMinutes(10);

  public ReconnectPolicy {
    ConfigChecks.requireInRange("attemptEvery", attemptEvery, Duration.ofMillis(10), MAX);
    ConfigChecks.requireInRange("waitFor", waitFor, Duration.ZERO, MAX);
  }

  /** An attempt every 100 ms; waiting in the first second. */
  public static ReconnectPolicy defaults() {
    return new ReconnectPolicy(Duration.ofMillis(100), Duration.ofSeconds(1));
  }
}
