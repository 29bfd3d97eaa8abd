package dev.poscart.adapters.grpc;

import io.grpc.ConnectivityState;

/** The connectivity of the one channel to the item master, in gRPC's states. */
public enum ChannelState {
  /** Not connected and not trying; the next look-up connects. */
  IDLE("idle"),
  /** Connecting. */
  CONNECTING("connecting"),
  /** Connected: look-ups are sent at once. */
  READY("ready"),
  /** The last attempt to connect failed; attempts go on while look-ups ask for it. */
  TRANSIENT_FAILURE("failing"),
  /** Closed for good. */
  SHUTDOWN("closed");

  private final String label;

  ChannelState(String label) {
    this.label = label;
  }

  /** The state's name in metrics and, in upper case, in health reports. */
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
