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
 * A round-robin load balancer with its own rules for reconnecting and for silent connections
 * ({@link SilenceResponse}).
 *
 * <p>gRPC's own backoff grows to two minutes and continues when there are no calls. Here, a failed
 * address stays down until {@link #attempt} is called; only while other addresses work is it
 * retried at a slow, steady pace ({@link DownEndpointRetry}).
 *
 * <p>Runs in the channel's synchronization context.
 */
final class ItemMasterBalancer extends LoadBalancer {

  private static final long RESOLVE_AT_MOST_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final Helper helper;
  private final BalancerContext context;
  private final SilenceResponse silence;
  private final EndpointSet endpoints = new EndpointSet(this::endpointAt);
  private final BalancingState state;
  private final DownEndpointRetry downRetry;

  /** All connections that gRPC has not shut down yet, in use or not. */
  private final Set<MonitoredConnection> connections = new HashSet<>();

  /**
   * Whether the item master may have been restarted, in which case its first responses are slow.
   */
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
        // The endpoint knows already.
      }
    }
    update();
  }

  /** Makes a connection attempt because calls are waiting, unless there is a connection. */
  void attempt() {
    if (!state.hasUsable() && !isShutDown) {
      resolveAgain();
      endpoints.all().forEach(Endpoint::attempt);
      update();
    }
  }

  /** Resolves the name again, as the addresses may have changed. */
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

  /** Reports the item master as lost for this reason, unless there is another connection. */
  void giveUp(Status reason) {
    state.giveUp(reason);
  }

  Collection<Endpoint> endpoints() {
    return endpoints.all();
  }

  /** Reports to the channel which connections calls may be assigned to. */
  void update() {
    if (isShutDown) {
      return;
    }
    state.update(endpoints);
    if (state.hasUsable() && endpoints.isAnyDown()) {
      downRetry.schedule();
    }
  }

  /** Makes calls that wait for a connection choose again. */
  void publish() {
    state.publish();
  }

  @Override
  public void shutdown() {
    isShutDown = true;
    endpoints.clear();
    // Including those retired before: a channel that is being closed does not wait for them any
    // longer.
    List.copyOf(connections).forEach(MonitoredConnection::retire);
  }
}
