package dev.poscart.adapters.grpc.balancer;

import io.grpc.CallOptions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One sending of a call, which the balancer follows. When its connection falls silent, the balancer
 * asks for the call to be sent once more (a hedge), and puts that one on another connection.
 */
public abstract class CallAttempt {

  /** Attached to a call, it makes the call known to the balancer. */
  public static final CallOptions.Key<Optional<CallAttempt>> KEY =
      CallOptions.Key.createWithDefault("poscart-call-attempt", Optional.empty());

  /** A connection on which the server spoke so short a time ago is alive. */
  private static final long RECENT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /** How long to wait for such a connection, before any other will do. */
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

  /** Sends the call once more, unless it has ended. Must not block. */
  protected abstract void hedge();

  /** Takes back what {@link #hedge} has begun, as far as it has not been sent yet. */
  protected abstract void withdrawHedges();

  /** Whether this is not the first sending of the call. */
  protected final boolean isHedge() {
    return isHedge;
  }

  /**
   * Whether a call that is sent once more should go on this connection: an idle one may be as dead
   * as the one that it is to be saved from.
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

  /** Whether the call has been put on a connection. */
  protected final boolean isSent() {
    return connection.isPresent();
  }

  /** Whether the server has said anything to this call, if only no. */
  protected final boolean isAnswered() {
    return isAnswered;
  }

  /** The same call, sent later on another connection, has been answered first. */
  protected final void markOutrun() {
    connection.ifPresent(MonitoredConnection::markOutrun);
  }
}
