package dev.poscart.adapters.grpc.balancer;

/**
 * How long one attempt to connect may take before another one is made beside it: longer for the
 * first connection of the process, which loads classes on a machine that is busy starting, and
 * twice as long after each attempt that took too long.
 */
final class ConnectPatience {

  private static final int FIRST_FACTOR = 4;

  private final long usualNanos;
  private final long mostNanos;
  private long nanos;

  /**
   * @param isFirst whether there has never been a connection
   */
  ConnectPatience(LivenessPolicy policy, boolean isFirst) {
    usualNanos = policy.connectPatience().toNanos();
    mostNanos = Math.max(usualNanos, policy.replaceAtMostEvery().toNanos());
    nanos = isFirst ? Math.min(mostNanos, usualNanos * FIRST_FACTOR) : usualNanos;
  }

  long nanos() {
    return nanos;
  }

  /** An attempt took too long. */
  void lengthen() {
    nanos = Math.min(mostNanos, 2 * nanos);
  }

  /** There is a connection. */
  void reset() {
    nanos = usualNanos;
  }
}
