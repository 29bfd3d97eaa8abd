package dev.poscart.adapters.grpc;

import static dev.poscart.domain.port.PortException.Category.UNAVAILABLE;

import dev.poscart.adapters.grpc.balancer.ItemMasterBalancerProvider;
import dev.poscart.domain.port.PortException;
import dev.poscart.proto.ItemServiceGrpc;
import dev.poscart.proto.ItemServiceGrpc.ItemServiceStub;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The live channel, the stub that all look-ups share, and what keeps it connected. */
final class ManagedItemMasterChannel {

  private final ItemMasterConfig config;
  private final ManagedChannel channel;
  private final ItemMasterBalancerProvider balancer;
  private final ItemMasterObserver observer;
  private final ItemServiceStub stub;
  private final ConnectivityMonitor monitor;
  private final Reconnector reconnector;
  private volatile long answeredNanos = System.nanoTime();

  private ManagedItemMasterChannel(
      ManagedChannel channel,
      ItemMasterBalancerProvider balancer,
      ItemMasterConfig config,
      ItemMasterObserver observer,
      ScheduledExecutorService timer) {
    this.config = config;
    this.channel = channel;
    this.balancer = balancer;
    this.observer = observer;
    stub =
        ItemServiceGrpc.newStub(channel)
            .withWaitForReady()
            .withMaxOutboundMessageSize(config.tuning().maxMessageBytes());
    monitor = new ConnectivityMonitor(channel, config.target(), this::stateChanged);
    reconnector =
        new Reconnector(channel, balancer::attempt, monitor, config.tuning().reconnect(), timer);
  }

  /**
   * Makes a channel. It connects with the first look-up.
   *
   * @throws RuntimeException if the factory cannot make one; then nothing is left of it
   */
  static ManagedItemMasterChannel create(
      ChannelFactory factory,
      ItemMasterConfig config,
      ItemMasterObserver observer,
      ScheduledExecutorService timer) {
    ItemMasterBalancerProvider balancer =
        ItemMasterBalancerProvider.register(
            config.tuning().liveness(), observer::silentConnectionLeft);
    try {
      ManagedItemMasterChannel made =
          new ManagedItemMasterChannel(
              factory.create(config, balancer.getPolicyName(), timer),
              balancer,
              config,
              observer,
              timer);
      made.monitor.start();
      return made;
    } catch (RuntimeException e) {
      balancer.deregister();
      throw e;
    }
  }

  private void stateChanged(ConnectivityState from, ConnectivityState to) {
    reconnector.startIfNeeded();
    observer.stateChanged(ChannelState.of(from), ChannelState.of(to));
  }

  ChannelState state() {
    return ChannelState.of(channel.getState(false));
  }

  /** Whether the item master has ever been connected. */
  boolean hasConnected() {
    return monitor.hasConnected();
  }

  /** The stub for one look-up: its deadline runs from now. */
  ItemServiceStub stub() {
    return stub.withDeadlineAfter(config.deadline().toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Announces calls; each must be followed by {@link #callEnded}.
   *
   * @throws PortException if the connection has been lost for a while: asking is in vain
   */
  void callsStarted(int calls) {
    if (monitor.ready()) {
      reconnector.callsStarted(calls);
      return;
    }
    reconnector.demand();
    if (reconnector.shouldFailFast()) {
      throw new PortException(
          SharedChannel.PORT, UNAVAILABLE, "no connection to " + config.target() + " for a while");
    }
    reconnector.callsStarted(calls);
  }

  /** One announced call has ended, sent at {@code startedNanos}. */
  void callEnded(Status.Code code, long startedNanos) {
    reconnector.callEnded();
    switch (code) {
      case DEADLINE_EXCEEDED -> {
        if (answeredNanos - startedNanos < 0 && hadTimeToAnswer(startedNanos)) {
          observer.callUnanswered();
        }
      }
      case UNAVAILABLE, CANCELLED -> {
        // Not the server's word: the connection broke, or was closed on this side.
      }
      default -> answeredNanos = System.nanoTime();
    }
  }

  /**
   * Whether a call that reaches its deadline now says anything about the item master. One that was
   * sent while the connection was lost, and spent most of its time waiting for the next one, does
   * not.
   */
  private boolean hadTimeToAnswer(long startedNanos) {
    long now = System.nanoTime();
    long waited = now - startedNanos;
    long connected = monitor.ready() ? now - monitor.sinceNanos() : waited;
    return Math.min(waited, connected) >= config.deadline().toNanos() / 2;
  }

  /** Makes one attempt to connect, if there is no connection. */
  void connectOnce() {
    reconnector.connectOnce();
  }

  /** A look-up was refused before it came here; the connection should be restored all the same. */
  void demand() {
    if (!monitor.ready()) {
      reconnector.demand();
    }
  }

  /**
   * Closes the channel.
   *
   * @return done when it is closed or given up; never fails
   */
  CompletableFuture<Void> close(String reason, ScheduledExecutorService timer) {
    return new ChannelDrain(channel, config.tuning().drainTimeout(), timer, config.target())
        .start(reason)
        .thenRun(balancer::deregister);
  }
}
