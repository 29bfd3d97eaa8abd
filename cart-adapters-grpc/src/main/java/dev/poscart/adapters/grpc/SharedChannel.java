package dev.poscart.adapters.grpc;

import static dev.poscart.domain.port.PortException.Category.UNAVAILABLE;

import dev.poscart.domain.port.PortException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The single channel of the process: created by the first look-up, shared by all tenants, stores
 * and threads, and closed by the life cycle.
 */
final class SharedChannel {

  static final String PORT = "item-master";

  private static final Logger LOG = LoggerFactory.getLogger(SharedChannel.class);

  private final ItemMasterConfig config;
  private final ChannelFactory factory;
  private final ItemMasterObserver observer;
  private final ScheduledExecutorService timer;
  private final AtomicLong created = new AtomicLong();
  private final AtomicLong closed = new AtomicLong();

  private volatile Optional<ManagedItemMasterChannel> live = Optional.empty();
  // Both guarded by this.
  private boolean ended;
  private CompletableFuture<Void> closing = CompletableFuture.completedFuture(null);

  SharedChannel(
      ItemMasterConfig config,
      ChannelFactory factory,
      ItemMasterObserver observer,
      ScheduledExecutorService timer) {
    this.config = config;
    this.factory = factory;
    this.observer = observer;
    this.timer = timer;
  }

  /**
   * The current channel; creates one if there is none.
   *
   * <ol>
   *   <li>Usually there is one: a volatile read without a lock.
   *   <li>Concurrent first look-ups compete for the lock; the first creates the channel, the others
   *       find it.
   *   <li>If creation fails, nothing is kept, so the next look-up tries again.
   *   <li>A look-up that obtained the channel just before it was closed may still finish while it
   *       drains, or fails as unavailable.
   * </ol>
   *
   * @throws PortException if the channel cannot be created or has been closed for good
   */
  ManagedItemMasterChannel channel() {
    Optional<ManagedItemMasterChannel> current = live;
    return current.isPresent() ? current.get() : create();
  }

  private synchronized ManagedItemMasterChannel create() {
    if (ended) {
      throw new PortException(PORT, UNAVAILABLE, "the channel is closed for good");
    }
    if (live.isPresent()) {
      return live.get();
    }
    try {
      ManagedItemMasterChannel made =
          ManagedItemMasterChannel.create(factory, config, observer, timer);
      created.incrementAndGet();
      LOG.info("item master channel created: target {}", config.target());
      observer.channelCreated();
      live = Optional.of(made);
      return made;
    } catch (RuntimeException e) {
      LOG.warn("cannot create item master channel: target {}", config.target(), e);
      observer.channelCreationFailed();
      throw new PortException(
          PORT, UNAVAILABLE, "cannot create a channel to " + config.target(), e);
    }
  }

  /** The state of the channel; empty if there is none. Does not create one. */
  Optional<ChannelState> state() {
    return live.map(ManagedItemMasterChannel::state);
  }

  /** Whether the current channel has ever been connected. */
  boolean hasConnected() {
    return live.map(ManagedItemMasterChannel::hasConnected).orElse(false);
  }

  /** Keeps reconnecting for a look-up that was rejected before it reached the channel. */
  void demand() {
    live.ifPresent(ManagedItemMasterChannel::demand);
  }

  /** Makes one connection attempt if there is a channel without a connection. */
  void connectOnce() {
    live.ifPresent(ManagedItemMasterChannel::connectOnce);
  }

  long created() {
    return created.get();
  }

  long closed() {
    return closed.get();
  }

  /**
   * Closes the channel, if there is one: new calls are refused, calls in flight may finish within
   * the drain timeout and are then cancelled. The next look-up creates a new channel.
   *
   * @param reason for the log
   * @return completes when the channel is closed or abandoned; never fails
   */
  synchronized CompletionStage<Void> close(String reason) {
    Optional<ManagedItemMasterChannel> current = live;
    live = Optional.empty();
    if (current.isPresent()) {
      CompletableFuture<Void> closedNow =
          current
              .get()
              .close(reason, timer)
              .thenRun(closed::incrementAndGet)
              .thenRun(observer::channelClosed);
      closing = CompletableFuture.allOf(closing, closedNow);
    }
    return closing.minimalCompletionStage();
  }

  /** Closes the channel for good; later look-ups are refused. */
  synchronized CompletionStage<Void> end(String reason) {
    ended = true;
    return close(reason);
  }
}
