package dev.poscart.adapters.grpc.balancer;

import io.grpc.ConnectivityState;
import io.grpc.ConnectivityStateInfo;
import io.grpc.EquivalentAddressGroup;
import io.grpc.LoadBalancer;
import io.grpc.Status;
import java.net.SocketAddress;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Round robin over all addresses, with ideas of its own about when to connect and about silence
 * ({@link SilenceResponse}).
 *
 * <p>gRPC's own pauses between attempts grow to two minutes and go on when nobody asks. Here a
 * failed address stays down until {@link #attempt} is called; only beside addresses that serve is
 * it tried at a slow, steady pace.
 *
 * <p>Everything runs in the channel's synchronization context.
 */
final class ItemMasterBalancer extends LoadBalancer {

  private static final long BESIDE_OTHERS_MILLIS = 5_000;
  private static final long RESOLVE_AT_MOST_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final Helper helper;
  private final BalancerContext context;
  private final SilenceResponse silence;
  private final Map<List<SocketAddress>, Endpoint> endpoints = new LinkedHashMap<>();

  /** All that gRPC has not shut down yet, in use or not. */
  private final Set<MonitoredConnection> connections = new HashSet<>();

  private final AtomicInteger turn = new AtomicInteger(ThreadLocalRandom.current().nextInt());
  private List<MonitoredConnection> usable = List.of();
  private ConnectivityState published = ConnectivityState.IDLE;
  private Status failure = Status.UNAVAILABLE.withDescription("not connected yet");
  private boolean isLost;

  /** Whether the item master may have been started anew, which makes its first answers slow. */
  private boolean mayBeNew;

  private boolean isShutDown;
  private boolean isRetryScheduled;
  private long resolvedNanos;

  ItemMasterBalancer(Helper helper, BalancerContext context) {
    this.helper = helper;
    this.context = context;
    this.mayBeNew = !context.hasConnectedBefore();
    this.resolvedNanos = context.nanoTime();
    silence = new SilenceResponse(this, helper, context);
  }

  @Override
  public Status acceptResolvedAddresses(ResolvedAddresses resolved) {
    Map<List<SocketAddress>, EquivalentAddressGroup> addresses =
        resolved.getAddresses().stream()
            .collect(
                Collectors.toMap(
                    EquivalentAddressGroup::getAddresses,
                    each -> each,
                    (one, same) -> one,
                    LinkedHashMap::new));
    if (addresses.isEmpty()) {
      Status none = Status.UNAVAILABLE.withDescription("the name resolves to no address");
      handleNameResolutionError(none);
      return none;
    }
    List.copyOf(endpoints.keySet()).stream()
        .filter(known -> !addresses.containsKey(known))
        .flatMap(gone -> Optional.ofNullable(endpoints.remove(gone)).stream())
        .forEach(Endpoint::close);
    addresses.forEach(
        (key, address) -> endpoints.computeIfAbsent(key, unknown -> endpointAt(address)));
    update();
    return Status.OK;
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
    subchannel.start(state -> stateChanged(connection, state));
    subchannel.requestConnection();
    return connection;
  }

  private void stateChanged(MonitoredConnection connection, ConnectivityStateInfo state) {
    if (state.getState() == ConnectivityState.SHUTDOWN) {
      connections.remove(connection);
    }
    if (isShutDown || connection.isRetired()) {
      return;
    }
    switch (state.getState()) {
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
        failure = state.getStatus();
        connection.endpoint().failed(connection);
      }
      case CONNECTING, SHUTDOWN -> {
        // The endpoint knows.
      }
    }
    update();
  }

  @Override
  public void handleNameResolutionError(Status error) {
    if (endpoints.isEmpty()) {
      failure = error;
      isLost = true;
      update();
    }
  }

  /** Calls wait: tries once more to connect, unless there is a connection. */
  void attempt() {
    if (usable.isEmpty() && !isShutDown) {
      resolveAgain();
      endpoints.values().forEach(Endpoint::attempt);
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

  /**
   * Calls have reached their deadlines without a word; unless there is another connection, the item
   * master is lost.
   */
  void giveUp(Status reason) {
    failure = reason;
    isLost = true;
  }

  Collection<Endpoint> endpoints() {
    return endpoints.values();
  }

  /** Tells the channel what calls may be put on now. */
  void update() {
    if (isShutDown) {
      return;
    }
    List<MonitoredConnection> now =
        endpoints.values().stream().flatMap(each -> each.usable().stream()).toList();
    isLost =
        now.isEmpty()
            && (isLost
                || (!endpoints.isEmpty()
                    && endpoints.values().stream().allMatch(Endpoint::hasFailed)));
    ConnectivityState state =
        !now.isEmpty()
            ? ConnectivityState.READY
            : isLost ? ConnectivityState.TRANSIENT_FAILURE : ConnectivityState.CONNECTING;
    if (state != published || !now.equals(usable)) {
      usable = now;
      published = state;
      publish();
    }
    retryDownOnesLater();
  }

  /** Has calls that wait for a connection look again. */
  void publish() {
    Optional<Status> error = isLost ? Optional.of(failure) : Optional.empty();
    helper.updateBalancingState(published, new ConnectionPicker(usable, error, turn));
  }

  private void retryDownOnesLater() {
    if (isRetryScheduled || usable.isEmpty() || !anyDown()) {
      return;
    }
    isRetryScheduled = true;
    long fifth = BESIDE_OTHERS_MILLIS / 5;
    var unused =
        helper
            .getSynchronizationContext()
            .schedule(
                this::retryDownOnes,
                BESIDE_OTHERS_MILLIS + ThreadLocalRandom.current().nextLong(-fifth, fifth + 1),
                TimeUnit.MILLISECONDS,
                helper.getScheduledExecutorService());
  }

  private void retryDownOnes() {
    isRetryScheduled = false;
    if (!usable.isEmpty() && !isShutDown) {
      endpoints.values().forEach(Endpoint::connect);
      update();
    }
  }

  private boolean anyDown() {
    return endpoints.values().stream().anyMatch(Endpoint::isDown);
  }

  @Override
  public void shutdown() {
    isShutDown = true;
    endpoints.clear();
    // Also what was retired before: a channel that is being closed does not wait for it any more.
    List.copyOf(connections).forEach(MonitoredConnection::retire);
  }
}
