package dev.poscart.adapters.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.bson.Document;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A server in this process that speaks MongoDB's protocol, is as strict about indexes as MongoDB
 * and keeps everything in memory.
 */
public final class WireServer implements AutoCloseable {

  private final StrictBackend backend = new StrictBackend();
  private final MongoServer server = new MongoServer(backend);
  private final InetSocketAddress address;
  private final AtomicBoolean closed = new AtomicBoolean();

  private WireServer(int port) {
    // One worker: with more, a reply can show a document while another command changes it.
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, 1);
    address = server.getLocalAddress();
  }

  /** Starts an empty one on a free port. */
  public static WireServer start() {
    return new WireServer(0);
  }

  /** Starts an empty server on the port of an earlier one. */
  public static WireServer startAt(InetSocketAddress address) {
    return new WireServer(address.getPort());
  }

  /** Its connection string. */
  public InetSocketAddress address() {
    return address;
  }

  public String connectionString() {
    return connectionString(address().getPort());
  }

  static String connectionString(int port) {
    return "mongodb://127.0.0.1:" + port;
  }

  /**
   * The commands on data so far: {@code database.collection command}. Without those that drivers
   * send to watch over connections.
   */
  public List<String> commands() {
    return backend.commands().stream().filter(command -> !command.startsWith("admin.")).toList();
  }

  /** Of the commands so far, those of one kind, such as {@code find}. */
  List<Document> queries(String command) {
    return backend.queries(command);
  }

  /** Stops it; only once, because its library may hang otherwise. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      server.shutdownNow();
    }
  }
}
