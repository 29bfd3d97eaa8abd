package dev.poscart.adapters.grpc.balancer;

/**
 * How long one connection attempt may take before another is made in parallel: longer for the first
 * connection of the process, when classes are loaded on a busy machine, and doubled after each
 * attempt that took too long.
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

  /** A connection was established. */
  void reset() {
    nanos = usualNanos;
  }
}
