package dev.poscart.adapters.grpc.balancer;

import io.grpc.LoadBalancer.PickResult;
import io.grpc.LoadBalancer.PickSubchannelArgs;
import io.grpc.LoadBalancer.SubchannelPicker;
import io.grpc.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Assigns calls to the usable connections in turn, and a hedge to the connection that is most
 * likely alive. Without one, calls wait.
 */
final class ConnectionPicker extends SubchannelPicker {

  private final List<MonitoredConnection> usable;
  private final Optional<Status> failure;
  private final AtomicInteger turn;

  /**
   * @param failure status of calls that do not wait for a connection
   * @param turn round-robin counter, kept when the connections change
   */
  ConnectionPicker(List<MonitoredConnection> usable, Optional<Status> failure, AtomicInteger turn) {
    this.usable = usable;
    this.failure = failure;
    this.turn = turn;
  }

  @Override
  public PickResult pickSubchannel(PickSubchannelArgs args) {
    if (usable.isEmpty()) {
      return failure.map(PickResult::withError).orElseGet(PickResult::withNoResult);
    }
    Optional<CallAttempt> attempt = args.getCallOptions().getOption(CallAttempt.KEY);
    if (attempt.isPresent() && attempt.get().isHedge()) {
      return hedge(attempt.get());
    }
    return usable.get(Math.floorMod(turn.getAndIncrement(), usable.size())).pick();
  }

  private PickResult hedge(CallAttempt attempt) {
    return usable.stream()
        .filter(attempt::mayGoOn)
        .max(Comparator.comparingLong(each -> each.streams().heardNanos() - attempt.createdNanos()))
        .map(MonitoredConnection::pick)
        .orElseGet(PickResult::withNoResult);
  }
}
