package dev.poscart.adapters.grpc.balancer;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What outlives the balancers of one channel: after each idle time the channel makes a new one.
 * Safe for many threads.
 */
final class BalancerContext {

  private final LivenessPolicy policy;
  private final Consumer<SilentConnection> onLeft;
  private final LongSupplier clock;
  private final AnswerTimes answerTimes;
  private volatile boolean connectedBefore;
  private volatile Optional<Runnable> attempt = Optional.empty();

  BalancerContext(LivenessPolicy policy, Consumer<SilentConnection> onLeft, LongSupplier clock) {
    this.policy = policy;
    this.onLeft = onLeft;
    this.clock = clock;
    this.answerTimes = new AnswerTimes(policy.probeAfter(), clock);
  }

  LivenessPolicy policy() {
    return policy;
  }

  AnswerTimes answerTimes() {
    return answerTimes;
  }

  long nanoTime() {
    return clock.getAsLong();
  }

  ConnectPatience connectPatience() {
    return new ConnectPatience(policy, !connectedBefore);
  }

  boolean hasConnectedBefore() {
    return connectedBefore;
  }

  /**
   * There is a connection.
   *
   * @param mayBeNew whether the item master or this process may have just been started
   */
  void connected(boolean mayBeNew) {
    connectedBefore = true;
    if (mayBeNew) {
      answerTimes.expectSlowStart();
    }
  }

  void left(SilentConnection connection) {
    onLeft.accept(connection);
  }

  /** The channel has a new balancer, which tries once more to connect in this way. */
  void attemptBy(Runnable newAttempt) {
    attempt = Optional.of(newAttempt);
  }

  /** The channel's balancer tries once more to connect; nothing while the channel is idle. */
  void attempt() {
    attempt.ifPresent(Runnable::run);
  }
}
