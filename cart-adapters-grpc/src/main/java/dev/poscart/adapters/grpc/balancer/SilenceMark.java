package dev.poscart.adapters.grpc.balancer;

/**
 * Marks a connection as silent and keeps what was known of it at that time. Set and cleared in the
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
   * Sets the mark, unless the server responds at this moment.
   *
   * <ol>
   *   <li>A response before the mark changes the time of the last response, which is read again
   *       after setting the mark.
   *   <li>A response after the mark finds the mark and is reported to the balancer.
   * </ol>
   *
   * @return whether the mark is set
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

  /** Since when calls had been waiting when the mark was set. */
  long waitingSinceNanos() {
    return waitingSinceNanos;
  }

  /** The number of waiting calls when the mark was set. */
  int calls() {
    return calls;
  }
}
