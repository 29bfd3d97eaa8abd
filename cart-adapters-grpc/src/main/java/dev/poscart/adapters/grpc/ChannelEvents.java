package dev.poscart.adapters.grpc;

import dev.poscart.adapters.grpc.balancer.SilentConnection;
import dev.poscart.adapters.grpc.lookup.LookupPolicy;
import java.time.Duration;
import java.util.Optional;

/**
 * Forwards all events to the observer, reports those that matter to the circuit breaker, and
 * remembers the last silent connection.
 */
final class ChannelEvents implements ItemMasterObserver {

  private final ItemMasterObserver observer;
  private volatile Optional<LookupPolicy> policy = Optional.empty();
  private volatile Optional<SilentConnection> lastSilent = Optional.empty();

  ChannelEvents(ItemMasterObserver observer) {
    this.observer = observer;
  }

  /** Reports to the breaker of this policy from now on. */
  void relayTo(LookupPolicy newPolicy) {
    policy = Optional.of(newPolicy);
  }

  /** The last connection that was abandoned because it was silent; empty if there was none. */
  Optional<SilentConnection> lastSilent() {
    return lastSilent;
  }

  @Override
  public void channelCreated() {
    observer.channelCreated();
  }

  @Override
  public void channelCreationFailed() {
    observer.channelCreationFailed();
  }

  @Override
  public void channelClosed() {
    observer.channelClosed();
  }

  @Override
  public void stateChanged(ChannelState from, ChannelState to) {
    if (to == ChannelState.READY) {
      policy.ifPresent(LookupPolicy::reconsider);
    }
    observer.stateChanged(from, to);
  }

  @Override
  public void callEnded(String code, Duration duration) {
    observer.callEnded(code, duration);
  }

  @Override
  public void callRescued(Duration duration) {
    observer.callRescued(duration);
  }

  @Override
  public void callUnanswered() {
    policy.ifPresent(LookupPolicy::refuseForAWhile);
    observer.callUnanswered();
  }

  @Override
  public void silentConnectionLeft(SilentConnection connection) {
    lastSilent = Optional.of(connection);
    observer.silentConnectionLeft(connection);
  }
}
