package dev.poscart.adapters.grpc.balancer;

import io.grpc.LoadBalancer.Helper;
import io.grpc.Status;
import io.grpc.SynchronizationContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles connections that have fallen silent. A network that drops packets does not break
 * connections: calls wait for their deadlines, and nothing distinguishes that from a slow server.
 * So a second connection is opened, and the two are compared:
 *
 * <ol>
 *   <li>New calls wait for the second connection, or use another address.
 *   <li>The call that has waited longest is sent again; only that one, because otherwise a slow
 *       server would receive every call twice.
 *   <li>If the second sending is answered first, the old connection is abandoned, and all calls
 *       waiting on it are sent again.
 *   <li>If the old connection responds first, the server is slow and the connection is alive: the
 *       second one is closed, and the next probe waits longer than the server took ({@link
 *       AnswerTimes}).
 *   <li>If neither responds, the calls reach their deadlines, and the second connection takes over.
 * </ol>
 *
 * <p>Only one such comparison is made at a time with a server that accepts connections: if it is
 * slow, it is slow on all of them.
 */
final class SilenceResponse implements SilenceMonitor.Listener, MonitoredConnection.Listener {

  private static final Logger LOG = LoggerFactory.getLogger(SilenceResponse.class);

  private final ItemMasterBalancer balancer;
  private final BalancerContext context;
  private final SynchronizationContext synchronization;
  private final SilenceMonitor monitor;
  private long replacedNanos;

  SilenceResponse(ItemMasterBalancer balancer, Helper helper, BalancerContext context) {
    this.balancer = balancer;
    this.context = context;
    this.synchronization = helper.getSynchronizationContext();
    this.replacedNanos = context.nanoTime() - context.policy().replaceAtMostEvery().toNanos();
    monitor = new SilenceMonitor(helper, context.answerTimes(), this);
  }

  void watch(MonitoredConnection connection) {
    monitor.watch(connection);
  }

  /** Whether any connection is suspected to be dead. */
  boolean isDoubting() {
    return balancer.endpoints().stream().anyMatch(Endpoint::isInDoubt);
  }

  private boolean isComparing() {
    return balancer.endpoints().stream().anyMatch(Endpoint::isComparing);
  }

  @Override
  public void streamStarted() {
    monitor.callStarted();
  }

  @Override
  public void isSilent(MonitoredConnection connection) {
    if (!isComparing() && doubt(connection)) {
      connection.hedges().probe();
    }
  }

  /**
   * The connection was not probed, because the server was known to be slow. A second connection
   * takes over nevertheless, in case the connection is at fault; no call is sent again.
   */
  @Override
  public void missedDeadline(MonitoredConnection connection) {
    long now = context.nanoTime();
    if (now - replacedNanos >= context.policy().replaceAtMostEvery().toNanos()) {
      replacedNanos = now;
      doubt(connection);
    }
  }

  private boolean doubt(MonitoredConnection connection) {
    if (!connection.markSilent()) {
      return false;
    }
    connection.endpoint().doubt(connection);
    balancer.resolveAgain();
    balancer.update();
    return true;
  }

  @Override
  public void isDrained(MonitoredConnection connection) {
    leave(connection, false);
  }

  /** By now, waiting hedges may accept other connections. */
  @Override
  public void looked() {
    if (isDoubting()) {
      balancer.publish();
    }
  }

  @Override
  public void spoke(MonitoredConnection connection) {
    synchronization.execute(
        () -> {
          if (connection.isSilent()) {
            connection.markAlive();
            connection.endpoint().trust(connection);
            balancer.update();
          }
        });
  }

  @Override
  public void outrun(MonitoredConnection connection) {
    synchronization.execute(
        () -> {
          if (connection.isSilent()) {
            leave(connection, true);
          }
        });
  }

  private void leave(MonitoredConnection connection, boolean isAnsweredElsewhere) {
    SilentConnection left = connection.report(isAnsweredElsewhere);
    if (!isAnsweredElsewhere && connection.endpoint().isComparing()) {
      // The server accepts connections and responds on none of them: it is slow.
      context.answerTimes().answered(left.silence().toNanos());
    }
    connection.markLeft();
    connection.endpoint().leave(connection);
    if (!isAnsweredElsewhere) {
      balancer.giveUp(Status.UNAVAILABLE.withDescription("no response from " + left.peer()));
    }
    balancer.update();
    connection.hedges().moveAll();
    LOG.warn(
        "item master connection left: no response from {} for {} ms, {} calls waiting, {}",
        left.peer(),
        left.silence().toMillis(),
        left.calls(),
        isAnsweredElsewhere ? "answered on another connection" : "none answered in time");
    context.left(left);
  }
}
