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

/** A channel with the stub that all look-ups share, and with its reconnection. */
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
   * Creates a channel, which connects with the first look-up.
   *
   * @throws RuntimeException if the factory cannot create one; nothing is left behind
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

  /** Whether the channel has ever been connected. */
  boolean hasConnected() {
    return monitor.hasConnected();
  }

  /** A stub for one look-up, whose deadline starts now. */
  ItemServiceStub stub() {
    return stub.withDeadlineAfter(config.deadline().toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Announces calls; each must be followed by {@link #callEnded}.
   *
   * @throws PortException if the connection has been down for a while, so that calls would only
   *     wait in vain
   */
  void callsStarted(int calls) {
    if (monitor.ready()) {
      reconnector.callsStarted(calls);
      return;
    }
    reconnector.demand();
    if (reconnector.shouldFailFast()) {
      throw new PortException(
          SharedChannel.PORT, UNAVAILABLE, "not connected to " + config.target());
    }
    reconnector.callsStarted(calls);
  }

  /** An announced call, sent at {@code startedNanos}, has ended. */
  void callEnded(Status.Code code, long startedNanos) {
    reconnector.callEnded();
    switch (code) {
      case DEADLINE_EXCEEDED -> {
        if (answeredNanos - startedNanos < 0 && hadTimeToAnswer(startedNanos)) {
          observer.callUnanswered();
        }
      }
      case UNAVAILABLE, CANCELLED -> {
        // Not a response of the server: the connection broke, or was closed by the client.
      }
      default -> answeredNanos = System.nanoTime();
    }
  }

  /**
   * Whether a call that reaches its deadline now says anything about the item master. A call sent
   * while the connection was lost does not, because it spent most of its time waiting for the next
   * connection.
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

  /** Keeps reconnecting for a look-up that was rejected before it reached the channel. */
  void demand() {
    if (!monitor.ready()) {
      reconnector.demand();
    }
  }

  /**
   * Closes the channel.
   *
   * @return completes when the channel is closed or abandoned; never fails
   */
  CompletableFuture<Void> close(String reason, ScheduledExecutorService timer) {
    return new ChannelDrain(channel, config.tuning().drainTimeout(), timer, config.target())
        .start(reason)
        .thenRun(balancer::deregister);
  }
}
