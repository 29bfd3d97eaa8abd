package dev.poscart.adapters.grpc;

import io.grpc.ConnectivityState;

/** The connectivity state of the channel to the item master, as defined by gRPC. */
public enum ChannelState {
  /** Not connected and not connecting; the next look-up connects. */
  IDLE("idle"),
  /** Connecting. */
  CONNECTING("connecting"),
  /** Connected. */
  READY("ready"),
  /** The last connection attempt failed; attempts continue while look-ups are waiting. */
  TRANSIENT_FAILURE("failing"),
  /** Closed for good. */
  SHUTDOWN("closed");

  private final String label;

  ChannelState(String label) {
    this.label = label;
  }

  /** The name of the state in metrics and, in upper case, in health reports. */
  public String label() {
    return label;
  }

  static ChannelState of(ConnectivityState state) {
    return switch (state) {
      case IDLE -> IDLE;
      case CONNECTING -> CONNECTING;
      case READY -> READY;
      case TRANSIENT_FAILURE -> TRANSIENT_FAILURE;
      case SHUTDOWN -> SHUTDOWN;
    };
  }
}
