package dev.poscart.app.itemmaster;

import dev.poscart.app.profile.Catalogue;
import io.grpc.Attributes;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerTransportFilter;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An item master outside the service that counts connections. */
public final class CountingItemMaster implements AutoCloseable {

  private static final Metadata.Key<String> TRACE =
      Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER);

  private final List<String> traces = new CopyOnWriteArrayList<>();
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
            .intercept(new TraceNote())
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

  /** The {@code traceparent} of each call; {@code "null"} for one without. */
  public List<String> traces() {
    return List.copyOf(traces);
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  /** Notes the trace of each call. */
  private final class TraceNote implements ServerInterceptor {

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      traces.add(String.valueOf(headers.get(TRACE)));
      return next.startCall(call, headers);
    }
  }
}
