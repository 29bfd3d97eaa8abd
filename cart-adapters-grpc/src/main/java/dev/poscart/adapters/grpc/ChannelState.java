package dev.poscart.adapters.grpc;

import io.grpc.ConnectivityState;

/** How the one channel to the item master is doing. */
public enum ChannelState {
  /** No connection and nobody who needs one; the next look-up connects. */
  IDLE,
  /** On the way to a connection. */
  CONNECTING,
  /** Connected: look-ups go straight out. */
  READY,
  /** The last attempt to connect failed; attempts go on while somebody waits. */
  FAILING,
  /** Closed for good. */
  CLOSED;

  static ChannelState of(ConnectivityState state) {
    return switch (state) {
      case IDLE -> IDLE;
      case CONNECTING -> CONNECTING;
      case READY -> READY;
      case TRANSIENT_FAILURE -> FAILING;
      case SHUTDOWN -> CLOSED;
    };
  }
}
