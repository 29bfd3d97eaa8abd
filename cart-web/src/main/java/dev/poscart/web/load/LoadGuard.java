package dev.poscart.web.load;

import java.time.Duration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** All of it together, put around what a server does. */
public final class LoadGuard {

  /** Attribute of a request that is answered 503 because there is too much to do. */
  public static final String OVERLOADED = LoadGuard.class.getName() + ".overloaded";

  private final ConnectionLimit connections;
  private final SlowReaderGuard slowReaders;
  private final SlowSenderGuard slowSenders;
  private final AdmissionControl admission;
  private final LoadCounters counters = new LoadCounters();

  /**
   * Composes.
   *
   * @param maxBodyBytes a body that says it is longer is not awaited
   * @param idleTimeout within which a new connection has to bring its first request
   * @param requestTimeout after which a request that is worked on is answered, and after which one
   *     that waits for its turn is refused
   */
  public LoadGuard(
      LoadLimits limits, int maxBodyBytes, Duration idleTimeout, Duration requestTimeout) {
    ByteBudget budget = new ByteBudget(limits.maxBufferedBytes());
    LoadShedder loadShedder = new LoadShedder(counters);
    this.admission = new AdmissionControl(limits, requestTimeout, loadShedder);
    this.slowSenders = new SlowSenderGuard(limits, maxBodyBytes, budget, loadShedder, counters);
    this.slowReaders = new SlowReaderGuard(budget, counters);
    // To come in, to wait, to be worked on, to be read.
    Duration longest = requestTimeout.plus(limits.receiveTimeout()).multipliedBy(2);
    this.connections = new ConnectionLimit(limits, idleTimeout, longest, counters);
  }

  /** Puts itself around the server's handlers; the server's own come around it. */
  public void protect(Server server) {
    server.insertHandler(admission);
    server.insertHandler(slowSenders);
    server.insertHandler(slowReaders);
    server.insertHandler(connections);
  }

  /** Is told of the connector's connections. */
  public void watch(ServerConnector connector) {
    connector.addBean(connections, false);
  }

  /** How busy the server is now. */
  public ServerLoad load() {
    return new ServerLoad(
        admission.inFlight(),
        admission.queued(),
        connections.connections(),
        counters.refused(),
        counters.cut());
  }
}
