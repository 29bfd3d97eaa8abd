package dev.poscart.adapters.grpc;

import dev.poscart.adapters.grpc.lookup.ConfigChecks;
import java.time.Duration;

/**
 * How the channel gets well again.
 *
 * @param attemptEvery the pause between two attempts to connect while somebody waits, give or take
 *     a fifth
 * @param waitFor how long into an outage look-ups wait for the connection; later ones fail at once
 *     as long as attempts go on
 * @param silentDeadlines after so many missed deadlines in a row without a word from the server,
 *     the connection is taken for frozen and left for a new one
 * @param stuckAfter how long one attempt to connect may take before it is broken off, not counting
 *     time that the machine did not give us; four times as long for the first connection of all,
 *     and twelve times once attempts have failed, because most of those are refused and not stuck
 * @param leaveAtMostEvery the least time between leaving two connections
 */
public record ReconnectPolicy(
    Duration attemptEvery,
    Duration waitFor,
    int silentDeadlines,
    Duration stuckAfter,
    Duration leaveAtMostEvery) {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  public ReconnectPolicy {
    ConfigChecks.requireInRange("attemptEvery", attemptEvery, Duration.ofMillis(10), LONGEST);
    ConfigChecks.requireInRange("waitFor", waitFor, Duration.ZERO, LONGEST);
    ConfigChecks.requireInRange("silentDeadlines", silentDeadlines, 2, 1000);
    ConfigChecks.requireInRange("stuckAfter", stuckAfter, Duration.ofMillis(100), LONGEST);
    ConfigChecks.requireInRange(
        "leaveAtMostEvery", leaveAtMostEvery, Duration.ofMillis(100), LONGEST);
  }

  /** An attempt every 100 ms; waiting in the first second; three deadlines; 5 s. */
  public static ReconnectPolicy defaults() {
    return new ReconnectPolicy(
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        3,
        Duration.ofSeconds(5),
        Duration.ofSeconds(5));
  }
}
