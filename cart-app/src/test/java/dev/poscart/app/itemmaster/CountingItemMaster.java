package dev.poscart.app.itemmaster;

import dev.poscart.app.profile.Catalogue;
import io.grpc.Attributes;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerTransportFilter;
import io.grpc.Status;
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

  private final List<TracedCall> calls = new CopyOnWriteArrayList<>();
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

  /** The calls that were answered so far. */
  public List<TracedCall> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  /** Notes the trace and the times of each call. */
  private final class TraceNote implements ServerInterceptor {

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      long start = TracedCall.now();
      String name = call.getMethodDescriptor().getBareMethodName();
      return next.startCall(
          new SimpleForwardingServerCall<>(call) {
            @Override
            public void close(Status status, Metadata trailers) {
              calls.add(
                  TracedCall.ending(
                      String.valueOf(name), String.valueOf(headers.get(TRACE)), start));
              super.close(status, trailers);
            }
          },
          headers);
    }
  }
}
