package dev.poscart.web.load;

import java.time.Duration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Protects the server from overload: puts admission control, slow-client guards and the connection
 * limit around its handlers.
 */
public final class LoadGuard {

  /** Request attribute that marks a 503 as caused by overload. */
  public static final String OVERLOADED = LoadGuard.class.getName() + ".overloaded";

  private final ConnectionLimit connections;
  private final SlowReaderGuard slowReaders;
  private final SlowSenderGuard slowSenders;
  private final AdmissionControl admission;
  private final LoadCounters counters = new LoadCounters();

  /**
   * @param maxBodyBytes a body with a longer {@code Content-Length} is not awaited
   * @param idleTimeout time a new connection has to send its first request
   * @param requestTimeout after which a request in progress is answered with 504, and a queued one
   *     is refused
   */
  public LoadGuard(
      LoadLimits limits, int maxBodyBytes, Duration idleTimeout, Duration requestTimeout) {
    ByteBudget budget = new ByteBudget(limits.maxBufferedBytes());
    LoadShedder loadShedder = new LoadShedder(counters);
    this.admission = new AdmissionControl(limits, requestTimeout, loadShedder);
    this.slowSenders = new SlowSenderGuard(limits, maxBodyBytes, budget, loadShedder, counters);
    this.slowReaders = new SlowReaderGuard(budget, counters);
    // The request is received, queued, processed and its response read.
    Duration longest = requestTimeout.plus(limits.receiveTimeout()).multipliedBy(2);
    this.connections = new ConnectionLimit(limits, idleTimeout, longest, counters);
  }

  /** Inserts the guards in front of the server's current handlers. */
  public void protect(Server server) {
    server.insertHandler(admission);
    server.insertHandler(slowSenders);
    server.insertHandler(slowReaders);
    server.insertHandler(connections);
  }

  /** Watches the connections of a connector. */
  public void watch(ServerConnector connector) {
    connector.addBean(connections, false);
  }

  /** The current load. */
  public ServerLoad load() {
    return new ServerLoad(
        admission.inFlight(),
        admission.queued(),
        connections.connections(),
        counters.refused(),
        counters.cut());
  }
}
