package dev.poscart.adapters.grpc.balancer;

import io.grpc.ConnectivityState;
import io.grpc.LoadBalancer.Helper;
import io.grpc.Status;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The state last reported to the channel, with the connections that calls may be assigned to. Runs
 * in the channel's synchronization context.
 */
final class BalancingState {

  private final Helper helper;
  private final AtomicInteger turn = new AtomicInteger(ThreadLocalRandom.current().nextInt());
  private List<MonitoredConnection> usable = List.of();
  private ConnectivityState published = ConnectivityState.IDLE;
  private Status failure = Status.UNAVAILABLE.withDescription("not connected yet");
  private boolean isLost;

  BalancingState(Helper helper) {
    this.helper = helper;
  }

  boolean hasUsable() {
    return !usable.isEmpty();
  }

  /** An attempt has failed for this reason; other addresses may work. */
  void attemptFailed(Status reason) {
    failure = reason;
  }

  /** Reports the item master as lost at the next update, unless there is a usable connection. */
  void giveUp(Status reason) {
    failure = reason;
    isLost = true;
  }

  /** Reports the usable connections to the channel, if they have changed. */
  void update(EndpointSet endpoints) {
    List<MonitoredConnection> now = endpoints.usable();
    isLost = now.isEmpty() && (isLost || endpoints.haveAllFailed());
    ConnectivityState state = state(now);
    if (state != published || !now.equals(usable)) {
      usable = now;
      published = state;
      publish();
    }
  }

  private ConnectivityState state(List<MonitoredConnection> now) {
    if (!now.isEmpty()) {
      return ConnectivityState.READY;
    }
    return isLost ? ConnectivityState.TRANSIENT_FAILURE : ConnectivityState.CONNECTING;
  }

  /** Makes calls that wait for a connection choose again. */
  void publish() {
    Optional<Status> error = isLost ? Optional.of(failure) : Optional.empty();
    helper.updateBalancingState(published, new ConnectionPicker(usable, error, turn));
  }
}
