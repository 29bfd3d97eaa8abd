package dev.poscart.adapters.grpc.balancer;

import dev.poscart.adapters.grpc.lookup.ConfigChecks;
import java.time.Duration;

/**
 * When a connection is suspected to be dead, and when a second one is opened.
 *
 * @param probeAfter how long a connection with calls in flight may be silent before a second one is
 *     opened and the call waiting longest is sent there again; longer while the item master is
 *     known to be slow
 * @param connectPatience how long a connection attempt may take before a second one is made in
 *     parallel, not counting time during which this process was stalled; four times as long for the
 *     first connection, and doubled with each further attempt, up to {@code replaceAtMostEvery}
 * @param replaceAtMostEvery minimum time between replacements of connections at one address on
 *     which a call reached its deadline in silence
 */
public record LivenessPolicy(
    Duration probeAfter, Duration connectPatience, Duration replaceAtMostEvery) {

  private static final Duration MAX = Duration.ofMinutes(10);

  public LivenessPolicy {
    ConfigChecks.requireInRange("probeAfter", probeAfter, Duration.ofMillis(10), MAX);
    ConfigChecks.requireInRange("connectPatience", connectPatience, Duration.ofMillis(10), MAX);
    ConfigChecks.requireInRange(
        "replaceAtMostEvery", replaceAtMostEvery, Duration.ofMillis(100), MAX);
  }

  /** Probes after 250 ms, a second attempt after 500 ms, a replacement every 5 s at most. */
  public static LivenessPolicy defaults() {
    return new LivenessPolicy(
        Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(5));
  }
}
