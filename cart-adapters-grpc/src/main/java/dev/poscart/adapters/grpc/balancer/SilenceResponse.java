package dev.poscart.adapters.grpc.balancer;

import io.grpc.LoadBalancer.Helper;
import io.grpc.Status;
import io.grpc.SynchronizationContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done about a connection that has fallen silent. A network that swallows packets breaks no
 * connection: calls on it wait for their deadlines, and nothing tells that from a server that takes
 * its time. So a second connection is opened beside it, and the two are compared:
 *
 * <ol>
 *   <li>New calls wait for the second connection, or go to another address.
 *   <li>The call that has waited longest is sent once more; it alone, because a slow server would
 *       otherwise be asked everything twice.
 *   <li>If that is answered first, the old connection is left, and all calls that wait on it are
 *       sent once more.
 *   <li>If the old connection says anything first, the server is slow and the connection is well:
 *       the second one is closed, and the next probe waits for longer than the server took ({@link
 *       AnswerTimes}).
 *   <li>If neither happens, the calls reach their deadlines, and the second connection takes over.
 * </ol>
 *
 * <p>One such comparison at a time is made with a server that accepts connections: what it is slow
 * with, it is slow with on all of them.
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

  /** Whether a connection is being doubted. */
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
   * takes over all the same, in case it is the connection after all; no call is sent once more.
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

  /** Calls that are sent once more may have become less choosy by now. */
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
      // It accepts connections and answers on none of them: it is slow.
      context.answerTimes().answered(left.silence().toNanos());
    }
    connection.markLeft();
    connection.endpoint().leave(connection);
    if (!isAnsweredElsewhere) {
      balancer.giveUp(Status.UNAVAILABLE.withDescription("no answer from " + left.peer()));
    }
    balancer.update();
    connection.hedges().moveAll();
    LOG.warn(
        "item master connection left: no word from {} for {} ms, {} calls waiting, {}",
        left.peer(),
        left.silence().toMillis(),
        left.calls(),
        isAnsweredElsewhere ? "answered on another connection" : "none answered in time");
    context.left(left);
  }
}
