package dev.poscart.adapters.grpc;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a channel's state until it is closed. Logs one line when the item master is lost and one
 * when it is back, however many attempts lie between.
 */
final class ChannelWatch {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelWatch.class);

  private final ManagedChannel channel;
  private final ItemMasterObserver observer;
  private final String target;
  // The channel reports its states one after another, never two at once.
  private ConnectivityState seen;
  private boolean lost;

  private ChannelWatch(ManagedChannel channel, ItemMasterObserver observer, String target) {
    this.channel = channel;
    this.observer = observer;
    this.target = target;
    this.seen = channel.getState(false);
  }

  static void start(ManagedChannel channel, ItemMasterObserver observer, String target) {
    ChannelWatch watch = new ChannelWatch(channel, observer, target);
    channel.notifyWhenStateChanged(watch.seen, watch::changed);
  }

  private void changed() {
    ConnectivityState now = channel.getState(false);
    if (now != seen) {
      observer.stateChanged(ChannelState.of(seen), ChannelState.of(now));
      tell(now);
      seen = now;
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
