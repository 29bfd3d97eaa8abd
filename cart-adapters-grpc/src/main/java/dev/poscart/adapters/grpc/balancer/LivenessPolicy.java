package dev.poscart.adapters.grpc.balancer;

import dev.poscart.adapters.grpc.lookup.ConfigChecks;
import java.time.Duration;

/**
 * When a connection is doubted, and how soon another one is tried beside it.
 *
 * @param probeAfter how long a connection with calls in flight may be silent before a second one is
 *     opened and the longest waiting calls are sent again on that one; longer while the item master
 *     is known to be slow
 * @param connectPatience how long one attempt to connect may take before a second one is made
 *     beside it, not counting time in which this process stood still; four times as long for the
 *     first connection of all, and doubled with each further attempt, up to {@code
 *     replaceAtMostEvery}
 * @param replaceAtMostEvery the least time between replacing two connections of one address that
 *     let a whole deadline pass in silence
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

  public LivenessPolicy withProbeAfter(Duration newProbeAfter) {
    return new LivenessPolicy(newProbeAfter, connectPatience, replaceAtMostEvery);
  }

  public LivenessPolicy withConnectPatience(Duration newConnectPatience) {
    return new LivenessPolicy(probeAfter, newConnectPatience, replaceAtMostEvery);
  }

  public LivenessPolicy withReplaceAtMostEvery(Duration newReplaceAtMostEvery) {
    return new LivenessPolicy(probeAfter, connectPatience, newReplaceAtMostEvery);
  }
}
