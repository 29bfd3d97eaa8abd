package dev.poscart.adapters.grpc.balancer;

import java.util.HashSet;
import java.util.Set;

/**
 * The calls of one connection that are sent once more because it has fallen silent. Runs in the
 * channel's synchronization context.
 */
final class ConnectionHedges {

  /** Of so many calls on a silent connection one is sent again, to find out about all of them. */
  private static final int CALLS_PER_PROBE = 20;

  private final OpenStreams streams;
  private final Set<CallAttempt> hedged = new HashSet<>();

  ConnectionHedges(OpenStreams streams) {
    this.streams = streams;
  }

  /** Sends the longest waiting call once more; with more than twenty, one for each twenty. */
  void probe() {
    int probes = (streams.count() + CALLS_PER_PROBE - 1) / CALLS_PER_PROBE;
    streams.attempts().stream().limit(probes).forEach(this::hedge);
  }

  /** Sends all calls that wait here once more. */
  void moveAll() {
    streams.attempts().forEach(this::hedge);
  }

  private void hedge(CallAttempt attempt) {
    if (hedged.add(attempt)) {
      attempt.hedge();
    }
  }

  /** Takes back what has not been sent yet. */
  void withdraw() {
    hedged.forEach(CallAttempt::withdrawHedges);
    hedged.clear();
  }
}
