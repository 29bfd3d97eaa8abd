package dev.poscart.adapters.grpc;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tracks a channel's state until it is closed. Logs once when the connection to the item master is
 * lost and once when it is restored, however many attempts are made in between.
 */
final class ConnectivityMonitor {

  /** Receives each change of state. */
  @FunctionalInterface
  interface Listener {
    void changed(ConnectivityState from, ConnectivityState to);
  }

  private static final Logger LOG = LoggerFactory.getLogger(ConnectivityMonitor.class);

  private final ManagedChannel channel;
  private final String target;
  private final Listener listener;
  // Written by the channel's notifications, which never run concurrently.
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

  /** Starts tracking; call it once. */
  void start() {
    channel.notifyWhenStateChanged(state, this::changed);
  }

  boolean ready() {
    return state == ConnectivityState.READY;
  }

  ConnectivityState state() {
    return state;
  }

  /** Whether the connection has failed and has not been restored. */
  boolean lost() {
    return lost;
  }

  /** Whether there has ever been a connection. */
  boolean hasConnected() {
    return connectedBefore;
  }

  /** When the channel entered its state, in {@code System.nanoTime}. */
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
