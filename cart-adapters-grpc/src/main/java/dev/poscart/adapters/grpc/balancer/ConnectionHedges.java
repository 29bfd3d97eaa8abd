package dev.poscart.adapters.grpc.balancer;

import java.util.HashSet;
import java.util.Set;

/**
 * The calls of one connection that are sent again because it has fallen silent. Runs in the
 * channel's synchronization context.
 */
final class ConnectionHedges {

  /** One in this many calls on a silent connection is sent again, to find out about all of them. */
  private static final int CALLS_PER_PROBE = 20;

  private final OpenStreams streams;
  private final Set<CallAttempt> hedged = new HashSet<>();

  ConnectionHedges(OpenStreams streams) {
    this.streams = streams;
  }

  /** Sends the call waiting longest again; with more than twenty calls, one for each twenty. */
  void probe() {
    int probes = (streams.count() + CALLS_PER_PROBE - 1) / CALLS_PER_PROBE;
    streams.attempts().stream().limit(probes).forEach(this::hedge);
  }

  /** Sends all calls waiting on this connection again. */
  void moveAll() {
    streams.attempts().forEach(this::hedge);
  }

  private void hedge(CallAttempt attempt) {
    if (hedged.add(attempt)) {
      attempt.hedge();
    }
  }

  /** Cancels the hedges that have not been assigned to a connection yet. */
  void withdraw() {
    hedged.forEach(CallAttempt::withdrawHedges);
    hedged.clear();
  }
}
