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
 * The one channel of the process: made by the first look-up, shared by all tenants, stores and
 * threads, reconnecting by itself, closed by the life cycle.
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
   * The live channel; makes one if there is none.
   *
   * <ol>
   *   <li>Usually there is one: a volatile read, no lock.
   *   <li>Racing first look-ups queue for the lock; the first makes the channel, the others find
   *       it.
   *   <li>If making it fails, nothing is kept, so the next look-up tries again.
   *   <li>A look-up that took the channel just before it was closed may still finish on it while it
   *       drains, or is refused by it as unavailable.
   * </ol>
   *
   * @throws PortException if none can be made, or the life cycle has ended
   */
  ManagedItemMasterChannel channel() {
    Optional<ManagedItemMasterChannel> current = live;
    return current.isPresent() ? current.get() : create();
  }

  private synchronized ManagedItemMasterChannel create() {
    if (ended) {
      throw new PortException(PORT, UNAVAILABLE, "asked after the end of the life cycle");
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
      LOG.warn("item master channel not created: target {}", config.target(), e);
      observer.channelCreationFailed();
      throw new PortException(PORT, UNAVAILABLE, "no channel to " + config.target(), e);
    }
  }

  /** The channel's state; empty if there is none. Never makes one. */
  Optional<ChannelState> state() {
    return live.map(ManagedItemMasterChannel::state);
  }

  /** Whether the channel that there is has ever been connected. */
  boolean hasConnected() {
    return live.map(ManagedItemMasterChannel::hasConnected).orElse(false);
  }

  /** A look-up was turned away before it came here; the way should be kept open all the same. */
  void demand() {
    live.ifPresent(ManagedItemMasterChannel::demand);
  }

  /** One attempt, if there is a channel without a connection, for a caller in no hurry. */
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
   * the drain time-out, then they are broken. The next look-up makes a new channel.
   *
   * @param reason for the log
   * @return done when the channel is closed or given up; never fails
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

  /** Closes for good: later look-ups are refused. */
  synchronized CompletionStage<Void> end(String reason) {
    ended = true;
    return close(reason);
  }
}
