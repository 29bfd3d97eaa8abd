package dev.poscart.adapters.grpc.balancer;

/**
 * Whether a connection is taken for silent, and what was known of it then. Set and cleared in the
 * channel's synchronization context, read on any thread.
 */
final class SilenceMark {

  private final OpenStreams streams;
  private long waitingSinceNanos;
  private int calls;
  private volatile boolean isSet;

  SilenceMark(OpenStreams streams) {
    this.streams = streams;
  }

  boolean isSet() {
    return isSet;
  }

  /**
   * Sets the mark, unless the server says something in this moment.
   *
   * <ol>
   *   <li>A word that comes before the mark shows in the time of the last word, which is read again
   *       after the mark.
   *   <li>A word that comes after the mark finds it, and is told to the balancer.
   * </ol>
   *
   * @return whether it is set
   */
  boolean set() {
    long heard = streams.heardNanos();
    waitingSinceNanos = streams.waitingSinceNanos();
    calls = streams.count();
    isSet = true;
    if (streams.heardNanos() != heard) {
      isSet = false;
    }
    return isSet;
  }

  void clear() {
    isSet = false;
  }

  /** Since when calls had been waiting as the mark was set. */
  long waitingSinceNanos() {
    return waitingSinceNanos;
  }

  /** How many calls were waiting as the mark was set. */
  int calls() {
    return calls;
  }
}
