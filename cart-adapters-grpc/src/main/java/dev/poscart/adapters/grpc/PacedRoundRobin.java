package dev.poscart.adapters.grpc;

import io.grpc.ConnectivityState;
import io.grpc.LoadBalancer;
import io.grpc.LoadBalancerRegistry;
import io.grpc.Status;
import io.grpc.util.ForwardingLoadBalancer;
import io.grpc.util.ForwardingLoadBalancerHelper;
import io.grpc.util.ForwardingSubchannel;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Round robin over all addresses, with another idea of when to try a failed one again. gRPC's own
 * pauses grow to two minutes, go on when nobody asks, and go on for seconds in what was left
 * behind. Here a failed connection stays down until {@link ConnectionAttempts} says so; only beside
 * addresses that serve is it tried at a slow, steady pace.
 *
 * <p>Everything runs in the channel's synchronization context, so nothing is shared.
 */
final class PacedRoundRobin extends ForwardingLoadBalancer {

  private static final long BESIDE_OTHERS_MILLIS = 5_000;

  private final Helper helper;
  private final LoadBalancer roundRobin;
  private final Set<Subchannel> failed = new HashSet<>();
  private boolean serving;
  private boolean looking;
  private boolean over;

  PacedRoundRobin(Helper helper) {
    this.helper = helper;
    roundRobin =
        Objects.requireNonNull(LoadBalancerRegistry.getDefaultRegistry().getProvider("round_robin"))
            .newLoadBalancer(new Surroundings());
    Optional.ofNullable(helper.getNameResolverArgs().getArg(ConnectionAttempts.KEY))
        .ifPresent(
            attempts ->
                attempts.madeBy(() -> helper.getSynchronizationContext().execute(this::tryFailed)));
  }

  @Override
  protected LoadBalancer delegate() {
    return roundRobin;
  }

  @Override
  public Status acceptResolvedAddresses(ResolvedAddresses addresses) {
    return roundRobin.acceptResolvedAddresses(addresses);
  }

  @Override
  public void shutdown() {
    over = true;
    failed.clear();
    super.shutdown();
  }

  private void tryFailed() {
    List.copyOf(failed).forEach(Subchannel::requestConnection);
  }

  private void lookAfterFailed() {
    if (looking || over) {
      return;
    }
    looking = true;
    long fifth = BESIDE_OTHERS_MILLIS / 5;
    var unused =
        helper
            .getSynchronizationContext()
            .schedule(
                this::look,
                BESIDE_OTHERS_MILLIS + ThreadLocalRandom.current().nextLong(-fifth, fifth + 1),
                TimeUnit.MILLISECONDS,
                helper.getScheduledExecutorService());
  }

  private void look() {
    looking = false;
    if (!failed.isEmpty()) {
      lookAfterFailed();
      if (serving) {
        tryFailed();
      }
    }
  }

  private final class Surroundings extends ForwardingLoadBalancerHelper {

    @Override
    protected Helper delegate() {
      return helper;
    }

    @Override
    public Subchannel createSubchannel(CreateSubchannelArgs args) {
      return new Followed(
          super.createSubchannel(
              args.toBuilder().addOption(DISABLE_SUBCHANNEL_RECONNECT_KEY, true).build()));
    }

    @Override
    public void updateBalancingState(ConnectivityState state, SubchannelPicker picker) {
      serving = state == ConnectivityState.READY;
      super.updateBalancingState(state, picker);
    }
  }

  /** One address, which tells when it fails. */
  private final class Followed extends ForwardingSubchannel {

    private final Subchannel followed;
    private boolean left;

    Followed(Subchannel followed) {
      this.followed = followed;
    }

    @Override
    protected Subchannel delegate() {
      return followed;
    }

    @Override
    public void start(SubchannelStateListener listener) {
      super.start(
          state -> {
            follow(state.getState());
            listener.onSubchannelState(state);
          });
    }

    private void follow(ConnectivityState state) {
      if (state != ConnectivityState.TRANSIENT_FAILURE || left || over) {
        failed.remove(this);
      } else if (failed.add(this)) {
        lookAfterFailed();
      }
    }

    @Override
    public void shutdown() {
      left = true;
      failed.remove(this);
      super.shutdown();
    }
  }
}
