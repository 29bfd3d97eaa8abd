package dev.poscart.adapters.grpc.balancer;

import io.grpc.CallOptions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One sending of a call, tracked by the balancer. When its connection falls silent, the balancer
 * requests a hedge, a second sending of the same call, and assigns it to another connection.
 */
public abstract class CallAttempt {

  /** The call option that makes a call known to the balancer. */
  public static final CallOptions.Key<Optional<CallAttempt>> KEY =
      CallOptions.Key.createWithDefault("poscart-call-attempt", Optional.empty());

  /** A connection on which the server has sent something so recently counts as alive. */
  private static final long RECENT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /** How long a hedge waits for such a connection before it accepts any other. */
  private static final long CHOOSY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final boolean isHedge;
  private final long createdNanos = System.nanoTime();
  private volatile Optional<MonitoredConnection> connection = Optional.empty();
  private volatile boolean isAnswered;

  /**
   * @param isHedge whether the same call is in flight on another connection
   */
  protected CallAttempt(boolean isHedge) {
    this.isHedge = isHedge;
  }

  /** Sends the call again, unless it has ended. Must not block. */
  protected abstract void hedge();

  /** Cancels hedges that have not been assigned to a connection yet. */
  protected abstract void withdrawHedges();

  /** Whether this is a second sending of the call. */
  protected final boolean isHedge() {
    return isHedge;
  }

  /**
   * Whether a hedge should use this connection. An idle connection may be as dead as the silent
   * one.
   */
  final boolean mayGoOn(MonitoredConnection other) {
    return other.streams().heardNanos() - createdNanos > -RECENT_NANOS
        || System.nanoTime() - createdNanos > CHOOSY_NANOS;
  }

  final long createdNanos() {
    return createdNanos;
  }

  final void putOn(MonitoredConnection newConnection) {
    connection = Optional.of(newConnection);
  }

  final void markAnswered() {
    isAnswered = true;
  }

  /** Whether the call has been assigned to a connection. */
  protected final boolean isSent() {
    return connection.isPresent();
  }

  /** Whether the server has responded to this call in any way, including an error. */
  protected final boolean isAnswered() {
    return isAnswered;
  }

  /** A hedge of the call, on another connection, was answered first. */
  protected final void markOutrun() {
    connection.ifPresent(MonitoredConnection::markOutrun);
  }
}
