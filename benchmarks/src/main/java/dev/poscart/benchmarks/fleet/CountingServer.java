package dev.poscart.benchmarks.fleet;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * A server in this process that speaks MongoDB's protocol and counts the commands it gets. Its
 * times say nothing about MongoDB's.
 */
public final class CountingServer implements AutoCloseable {

  private final LongAdder commands = new LongAdder();
  private final Set<Channel> connections = ConcurrentHashMap.newKeySet();
  private final MongoServer server = new MongoServer(new Backend());
  private final int port;

  private CountingServer() {
    // One worker: with more, a reply can show a document while another command changes it.
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, 1);
    port = server.getLocalAddress().getPort();
  }

  public static CountingServer start() {
    return new CountingServer();
  }

  public String uri() {
    return "mongodb://127.0.0.1:" + port;
  }

  /** The commands so far, without those by which the driver watches over its connections. */
  public long commands() {
    return commands.sum();
  }

  /** The connections on which commands came. */
  public long connections() {
    connections.removeIf(channel -> !channel.isOpen());
    return connections.size();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  private final class Backend extends MemoryBackend {

    @Override
    public Document handleCommand(Channel channel, String database, String name, Document query) {
      connections.add(channel);
      if (!database.equals("admin")) {
        commands.increment();
      }
      return super.handleCommand(channel, database, name, query);
    }
  }
}
