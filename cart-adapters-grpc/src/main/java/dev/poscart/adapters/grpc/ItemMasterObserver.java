package dev.poscart.adapters.grpc;

import dev.poscart.adapters.grpc.balancer.SilentConnection;
import dev.poscart.adapters.grpc.lookup.LookupObserver;
import java.time.Duration;

/**
 * Told what happens on the way to the item master, so that metrics can be kept. Called on network
 * threads: must return at once and must not throw.
 */
public interface ItemMasterObserver extends LookupObserver {

  /** Listens to nothing. */
  ItemMasterObserver NONE = new ItemMasterObserver() {};

  /** A channel was made. */
  default void channelCreated() {}

  /** A channel could not be made; the next look-up tries again. */
  default void channelCreationFailed() {}

  /** A channel is closed, drained or by force. */
  default void channelClosed() {}

  /** The channel went from one state to another; very short states may be passed over. */
  default void stateChanged(ChannelState from, ChannelState to) {}

  /**
   * One call on the wire has ended.
   *
   * @param code the gRPC status, such as {@code OK}, {@code NOT_FOUND} or {@code UNAVAILABLE}
   * @param duration from sending to the last word of the answer
   */
  default void callEnded(String code, Duration duration) {}

  /**
   * A call was answered only after it had been sent once more, because its connection was silent.
   *
   * @param duration from the first sending to the answer
   */
  default void callRescued(Duration duration) {}

  /**
   * A call reached its deadline, and no call at all was answered in the meantime: the item master
   * does not answer.
   */
  default void callUnanswered() {}

  /** A connection was left because nothing came over it any more. */
  default void silentConnectionLeft(SilentConnection connection) {}
}
