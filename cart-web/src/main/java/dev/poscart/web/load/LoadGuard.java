package dev.poscart.web.load;

import java.time.Duration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** All of it together, put around what a server does. */
public final class LoadGuard {

  /** Attribute of a request that is answered 503 because there is too much to do. */
  public static final String OVERLOADED = LoadGuard.class.getName() + ".overloaded";

  private final ConnectionWatch connections;
  private final Sending sending;
  private final Reception reception;
  private final Admission admission;
  private final Tally tally = new Tally();

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
    Refusing refusing = new Refusing(tally);
    this.admission = new Admission(limits, requestTimeout, refusing);
    this.reception = new Reception(limits, maxBodyBytes, budget, refusing, tally);
    this.sending = new Sending(budget, tally);
    // To come in, to wait, to be worked on, to be read.
    Duration longest = requestTimeout.plus(limits.receiveTimeout()).multipliedBy(2);
    this.connections = new ConnectionWatch(limits, idleTimeout, longest, tally);
  }

  /** Puts itself around the server's handlers; the server's own come around it. */
  public void protect(Server server) {
    server.insertHandler(admission);
    server.insertHandler(reception);
    server.insertHandler(sending);
    server.insertHandler(connections);
  }

  /** Is told of the connector's connections. */
  public void watch(ServerConnector connector) {
    connector.addBean(connections, false);
  }

  /** How busy the server is now. */
  public Load load() {
    return new Load(
        admission.inWork(),
        admission.waiting(),
        connections.connections(),
        tally.refused(),
        tally.cut());
  }
}
