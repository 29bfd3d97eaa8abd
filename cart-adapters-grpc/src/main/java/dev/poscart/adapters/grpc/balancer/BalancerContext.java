package dev.poscart.adapters.grpc.balancer;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * State that outlives a channel's balancer, which the channel replaces after each idle time.
 * Thread-safe.
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
   * A connection was established.
   *
   * @param mayBeNew whether the item master or this process may just have started
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

  /** Registers how the channel's new balancer makes a connection attempt. */
  void attemptBy(Runnable newAttempt) {
    attempt = Optional.of(newAttempt);
  }

  /**
   * Makes a connection attempt through the current balancer; does nothing while the channel is
   * idle.
   */
  void attempt() {
    attempt.ifPresent(Runnable::run);
  }
}
