package dev.poscart.adapters.grpc;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a channel's state until it is closed. Logs one line when the item master is lost and one
 * when it is back, however many attempts lie between.
 */
final class ConnectivityMonitor {

  /** Told of every change of state. */
  @FunctionalInterface
  interface Listener {
    void changed(ConnectivityState from, ConnectivityState to);
  }

  private static final Logger LOG = LoggerFactory.getLogger(ConnectivityMonitor.class);

  private final ManagedChannel channel;
  private final String target;
  private final Listener listener;
  // Written by the channel's reports, which come one after another, never two at once.
  private volatile ConnectivityState state;
  private volatile boolean lost;
  private volatile boolean connectedBefore;
  private volatile long sinceNanos = System.nanoTime();

  ConnectivityMonitor(ManagedChannel channel, String target, Listener listener) {
    this.channel = channel;
    this.target = target;
    this.listener = listener;
    this.state = channel.getState(false);
  }

  /** Starts following; call it once. */
  void start() {
    channel.notifyWhenStateChanged(state, this::changed);
  }

  boolean ready() {
    return state == ConnectivityState.READY;
  }

  ConnectivityState state() {
    return state;
  }

  /** Whether the connection has failed and not come back since. */
  boolean lost() {
    return lost;
  }

  /** Whether there has ever been a connection. */
  boolean hasConnected() {
    return connectedBefore;
  }

  /** When the channel came into its state, by {@code System.nanoTime}. */
  long sinceNanos() {
    return sinceNanos;
  }

  private void changed() {
    ConnectivityState now = channel.getState(false);
    ConnectivityState before = state;
    if (now != before) {
      sinceNanos = System.nanoTime();
      state = now;
      connectedBefore |= now == ConnectivityState.READY;
      tell(now);
      listener.changed(before, now);
    }
    if (now != ConnectivityState.SHUTDOWN) {
      channel.notifyWhenStateChanged(now, this::changed);
    }
  }

  private void tell(ConnectivityState now) {
    if (now == ConnectivityState.TRANSIENT_FAILURE && !lost) {
      lost = true;
      LOG.warn("item master lost: target {}", target);
    } else if (now == ConnectivityState.READY && lost) {
      lost = false;
      LOG.info("item master back: target {}", target);
    }
  }
}
