package dev.poscart.app.crash;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.poscart.adapters.mongo.Proxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * A server in this process that speaks MongoDB's protocol, which outlives the kills, behind a proxy
 * that makes it misbehave.
 */
final class WireDatabase implements Database {

  /** It reads all of a collection for each query. */
  private static final int MOST_TRANSACTIONS = 2_000;

  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final Proxy proxy;
  private int number;

  WireDatabase() throws IOException {
    // With more workers the server would hand out documents that another one is changing.
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, 1);
    proxy = new Proxy(server.getLocalAddress());
  }

  private String prefix() {
    return "crash" + number;
  }

  @Override
  public void renew() {
    number++;
  }

  @Override
  public List<String> options() {
    return List.of("--mongodb-uri", proxy.connectionString(), "--db-name-prefix", prefix());
  }

  @Override
  public List<Fault> faults() {
    return List.of(
        Fault.lasting(
            "database cuts", 3, LONGEST, service -> proxy.disconnect(), service -> proxy.heal()),
        Fault.lasting(
            "database silences",
            2,
            LONGEST,
            service -> proxy.setSilent(true),
            service -> proxy.heal()),
        Fault.lasting(
            "database delays",
            1,
            LONGEST,
            service -> proxy.setDelay(Duration.ofMillis(150)),
            service -> proxy.heal()),
        Fault.lasting(
            "database step-downs",
            2,
            LONGEST,
            service -> proxy.setSteppedDown(true),
            service -> proxy.heal()));
  }

  @Override
  public StoreView open() {
    return MongoView.open(server.getConnectionString(), prefix());
  }

  @Override
  public int mostTransactions() {
    return MOST_TRANSACTIONS;
  }

  @Override
  public void close() {
    try {
      proxy.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    } finally {
      server.shutdownNow();
    }
  }
}
