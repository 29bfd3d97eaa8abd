package dev.poscart.app.itemmaster;

import dev.poscart.app.profile.Catalogue;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** An item master in this process: a gRPC server that serves the items of the store profile. */
public final class EmbeddedItemMaster implements AutoCloseable {

  private final Server server;

  private EmbeddedItemMaster(Server server) {
    this.server = server;
  }

  /** Starts the server on a free loopback port. */
  public static EmbeddedItemMaster start(Catalogue catalogue) throws IOException {
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(new CatalogueService(catalogue))
            // Answers come from memory, so a hop to another thread would only cost time.
            .directExecutor()
            .build()
            .start();
    return new EmbeddedItemMaster(server);
  }

  /** The address for a channel, {@code host:port}. */
  public String target() {
    return "127.0.0.1:" + server.getPort();
  }

  /** Stops the server at once; idempotent. */
  @Override
  public void close() {
    server.shutdownNow();
  }
}
