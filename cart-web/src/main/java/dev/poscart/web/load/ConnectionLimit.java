package dev.poscart.web.load;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The connection limit: closes the connection idle longest when there are too many, and connections
 * that send or read too slowly. Jetty's own idle timeout only notices silence; a client that
 * transfers a byte now and then could stay forever.
 */
final class ConnectionLimit extends Handler.Wrapper implements Connection.Listener {

  private static final long MAX_ROUND_MILLIS = 1_000;

  private final LoadLimits limits;
  private final Duration idleTimeout;
  private final Duration longestRequest;
  private final LoadCounters counters;
  private final Map<Connection, ConnectionActivity> open = new ConcurrentHashMap<>();
  private final AtomicBoolean looking = new AtomicBoolean();

  /**
   * @param idleTimeout time a new connection has to send its first request
   * @param longestRequest time from the end of the request head to the last byte of the response
   */
  ConnectionLimit(
      LoadLimits limits, Duration idleTimeout, Duration longestRequest, LoadCounters counters) {
    this.limits = limits;
    this.idleTimeout = idleTimeout;
    this.longestRequest = longestRequest;
    this.counters = counters;
  }

  int connections() {
    return open.size();
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof ConnectionMetaData) {
      open.put(connection, new ConnectionActivity(System.nanoTime()));
      surplus(connection).ifPresent(this::cut);
      lookSoon();
    }
  }

  @Override
  public void onClosed(Connection connection) {
    open.remove(connection);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Connection connection = request.getConnectionMetaData().getConnection();
    Optional<ConnectionActivity> activity = Optional.ofNullable(open.get(connection));
    activity.ifPresent(
        each -> {
          int number = each.begin(System.nanoTime());
          Request.addCompletionListener(
              request, failure -> each.end(number, System.nanoTime(), connection.getBytesIn()));
        });
    return super.handle(request, response, callback);
  }

  /**
   * Takes the connection idle longest from a full server, or the new one if all others have
   * requests in progress. Connections open at the same time; they must not choose the same one, or
   * the surplus would stay.
   */
  private synchronized Optional<Connection> surplus(Connection newcomer) {
    if (open.size() <= limits.maxConnections()) {
      return Optional.empty();
    }
    Connection chosen =
        open.entrySet().stream()
            .filter(each -> each.getKey() != newcomer && !each.getValue().inRequest())
            .min(Comparator.comparingLong(each -> each.getValue().since() - System.nanoTime()))
            .map(Map.Entry::getKey)
            .orElse(newcomer);
    return open.remove(chosen) == null ? Optional.empty() : Optional.of(chosen);
  }

  private void cut(Connection connection) {
    counters.cutOne();
    connection.getEndPoint().close();
  }

  private void lookSoon() {
    if (looking.compareAndSet(false, true)) {
      long round = Math.min(MAX_ROUND_MILLIS, Math.max(20, limits.receiveTimeout().toMillis() / 4));
      getServer().getScheduler().schedule(this::look, round, TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    looking.set(false);
    long now = System.nanoTime();
    open.forEach(
        (connection, activity) -> {
          if (activity.isTooSlow(
                  now,
                  connection.getBytesIn(),
                  limits.receiveTimeout(),
                  idleTimeout,
                  longestRequest)
              && open.remove(connection) != null) {
            cut(connection);
          }
        });
    if (!open.isEmpty() && isRunning()) {
      lookSoon();
    }
  }
}
