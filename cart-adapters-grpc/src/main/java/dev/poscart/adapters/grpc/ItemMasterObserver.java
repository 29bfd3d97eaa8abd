package dev.poscart.adapters.grpc;

import dev.poscart.adapters.grpc.balancer.SilentConnection;
import dev.poscart.adapters.grpc.lookup.LookupObserver;
import java.time.Duration;

/**
 * Observes the channel and its calls, for metrics. Called on network threads: must return at once
 * and must not throw.
 */
public interface ItemMasterObserver extends LookupObserver {

  /** An observer that does nothing. */
  ItemMasterObserver NONE = new ItemMasterObserver() {};

  /** A channel was created. */
  default void channelCreated() {}

  /** A channel could not be created; the next look-up tries again. */
  default void channelCreationFailed() {}

  /** A channel was closed. */
  default void channelClosed() {}

  /** The state of the channel changed; short-lived states may be skipped. */
  default void stateChanged(ChannelState from, ChannelState to) {}

  /**
   * A gRPC call ended.
   *
   * @param code the gRPC status, such as {@code OK}, {@code NOT_FOUND} or {@code UNAVAILABLE}
   * @param duration from sending to the end of the response
   */
  default void callEnded(String code, Duration duration) {}

  /**
   * A call was answered only after it had been sent again, because its connection was silent.
   *
   * @param duration from the first sending to the response
   */
  default void callRescued(Duration duration) {}

  /**
   * A call reached its deadline, and no other call was answered since it was sent: the item master
   * does not respond.
   */
  default void callUnanswered() {}

  /** A connection was abandoned because it was silent. */
  default void silentConnectionLeft(SilentConnection connection) {}
}
