package dev.poscart.app.itemmaster;

import dev.poscart.app.profile.Catalogue;
import io.grpc.Attributes;
import io.grpc.Server;
import io.grpc.ServerTransportFilter;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** An item master outside the service that counts connections. */
public final class CountingItemMaster implements AutoCloseable {

  private final AtomicInteger transports = new AtomicInteger();
  private final Server server;

  /** Starts on a free loopback port. */
  public CountingItemMaster(Catalogue catalogue) throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(new CatalogueService(catalogue))
            .addTransportFilter(
                new ServerTransportFilter() {
                  @Override
                  public Attributes transportReady(Attributes attributes) {
                    transports.incrementAndGet();
                    return attributes;
                  }
                })
            .build()
            .start();
  }

  public String target() {
    return "127.0.0.1:" + server.getPort();
  }

  /** How many connections were made so far. */
  public int transports() {
    return transports.get();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
