package dev.poscart.adapters.grpc.balancer;

import io.grpc.ConnectivityState;
import io.grpc.ConnectivityStateInfo;
import io.grpc.EquivalentAddressGroup;
import io.grpc.LoadBalancer;
import io.grpc.Status;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Round robin over all addresses, with ideas of its own about when to connect and about silence
 * ({@link SilenceResponse}).
 *
 * <p>gRPC's own pauses between attempts grow to two minutes and go on when nothing is asked. Here a
 * failed address stays down until {@link #attempt} is called; only beside addresses that serve is
 * it tried at a slow, steady pace ({@link DownEndpointRetry}).
 *
 * <p>Everything runs in the channel's synchronization context.
 */
final class ItemMasterBalancer extends LoadBalancer {

  private static final long RESOLVE_AT_MOST_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final Helper helper;
  private final BalancerContext context;
  private final SilenceResponse silence;
  private final EndpointSet endpoints = new EndpointSet(this::endpointAt);
  private final BalancingState state;
  private final DownEndpointRetry downRetry;

  /** All that gRPC has not shut down yet, in use or not. */
  private final Set<MonitoredConnection> connections = new HashSet<>();

  /** Whether the item master may have been started anew, which makes its first answers slow. */
  private boolean mayBeNew;

  private boolean isShutDown;
  private long resolvedNanos;

  ItemMasterBalancer(Helper helper, BalancerContext context) {
    this.helper = helper;
    this.context = context;
    this.mayBeNew = !context.hasConnectedBefore();
    this.resolvedNanos = context.nanoTime();
    state = new BalancingState(helper);
    downRetry = new DownEndpointRetry(helper, this::connectDownOnes);
    silence = new SilenceResponse(this, helper, context);
  }

  @Override
  public Status acceptResolvedAddresses(ResolvedAddresses resolved) {
    if (resolved.getAddresses().isEmpty()) {
      Status none = Status.UNAVAILABLE.withDescription("the name resolves to no address");
      handleNameResolutionError(none);
      return none;
    }
    endpoints.setAddresses(resolved.getAddresses());
    update();
    return Status.OK;
  }

  @Override
  public void handleNameResolutionError(Status error) {
    if (endpoints.isEmpty()) {
      giveUp(error);
      update();
    }
  }

  private Endpoint endpointAt(EquivalentAddressGroup address) {
    Endpoint endpoint = new Endpoint(each -> open(each, address), context.connectPatience());
    endpoint.connect();
    return endpoint;
  }

  private MonitoredConnection open(Endpoint endpoint, EquivalentAddressGroup address) {
    Subchannel subchannel =
        helper.createSubchannel(CreateSubchannelArgs.newBuilder().setAddresses(address).build());
    MonitoredConnection connection =
        new MonitoredConnection(endpoint, subchannel, context, silence);
    connections.add(connection);
    subchannel.start(changed -> stateChanged(connection, changed));
    subchannel.requestConnection();
    return connection;
  }

  private void stateChanged(MonitoredConnection connection, ConnectivityStateInfo changed) {
    if (changed.getState() == ConnectivityState.SHUTDOWN) {
      connections.remove(connection);
    }
    if (isShutDown || connection.isRetired()) {
      return;
    }
    switch (changed.getState()) {
      case READY -> {
        context.connected(mayBeNew);
        mayBeNew = false;
        silence.watch(connection);
        connection.endpoint().becameReady(connection);
      }
      case IDLE -> {
        mayBeNew = true;
        connection.endpoint().lost(connection);
        resolveAgain();
      }
      case TRANSIENT_FAILURE -> {
        mayBeNew = true;
        state.attemptFailed(changed.getStatus());
        connection.endpoint().failed(connection);
      }
      case CONNECTING, SHUTDOWN -> {
        // The endpoint knows.
      }
    }
    update();
  }

  /** Calls wait: tries once more to connect, unless there is a connection. */
  void attempt() {
    if (!state.hasUsable() && !isShutDown) {
      resolveAgain();
      endpoints.all().forEach(Endpoint::attempt);
      update();
    }
  }

  /** The addresses may be others by now. */
  void resolveAgain() {
    long now = context.nanoTime();
    if (now - resolvedNanos >= RESOLVE_AT_MOST_EVERY_NANOS) {
      resolvedNanos = now;
      helper.refreshNameResolution();
    }
  }

  private void connectDownOnes() {
    if (state.hasUsable() && !isShutDown) {
      endpoints.all().forEach(Endpoint::connect);
      update();
    }
  }

  /** Unless there is another connection, the item master is lost, for this reason. */
  void giveUp(Status reason) {
    state.giveUp(reason);
  }

  Collection<Endpoint> endpoints() {
    return endpoints.all();
  }

  /** Tells the channel what calls may be put on now. */
  void update() {
    if (isShutDown) {
      return;
    }
    state.update(endpoints);
    if (state.hasUsable() && endpoints.isAnyDown()) {
      downRetry.schedule();
    }
  }

  /** Has calls that wait for a connection look again. */
  void publish() {
    state.publish();
  }

  @Override
  public void shutdown() {
    isShutDown = true;
    endpoints.clear();
    // Also what was retired before: a channel that is being closed does not wait for it any more.
    List.copyOf(connections).forEach(MonitoredConnection::retire);
  }
}
