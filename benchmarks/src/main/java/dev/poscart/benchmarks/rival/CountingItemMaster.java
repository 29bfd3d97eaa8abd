package dev.poscart.benchmarks.rival;

import dev.poscart.proto.ItemDetailRequest;
import dev.poscart.proto.ItemDetailResponse;
import dev.poscart.proto.ItemServiceGrpc;
import io.grpc.Attributes;
import io.grpc.Server;
import io.grpc.ServerTransportFilter;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Has every item, at 100 yen each, and counts connections and look-ups. */
public final class CountingItemMaster implements AutoCloseable {

  private final LongAdder transports = new LongAdder();
  private final LongAdder lookups = new LongAdder();
  // Its own threads: sharing them with clients in this process would favour some channels.
  private final EventLoopGroup threads =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Server server;
  private volatile boolean hanging;
  private volatile Duration delay = Duration.ZERO;

  /** Starts on a free loopback port. */
  public CountingItemMaster() {
    try {
      server =
          NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
              .channelType(NioServerSocketChannel.class)
              .bossEventLoopGroup(threads)
              .workerEventLoopGroup(threads)
              .addService(new Service())
              .addTransportFilter(new Counter())
              // Answers come from memory; a hop to another thread would only cost time.
              .directExecutor()
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.getPort();
  }

  /** Its address for a channel. */
  public String target() {
    return "127.0.0.1:" + server.getPort();
  }

  /** The number of connections so far. */
  public long transports() {
    return transports.sum();
  }

  /** The number of items looked up so far. */
  public long lookups() {
    return lookups.sum();
  }

  /** Sets whether calls are accepted but not answered. */
  public void hang(boolean newHanging) {
    hanging = newHanging;
  }

  /** Sets the delay of each answer. */
  public void answerAfter(Duration newDelay) {
    delay = newDelay;
  }

  @Override
  public void close() {
    server.shutdownNow();
    var unused = threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  private final class Counter extends ServerTransportFilter {
    @Override
    public Attributes transportReady(Attributes attributes) {
      transports.increment();
      return attributes;
    }
  }

  private final class Service extends ItemServiceGrpc.ItemServiceImplBase {
    @Override
    public void getItemDetail(
        ItemDetailRequest request, StreamObserver<ItemDetailResponse> caller) {
      lookups.increment();
      if (hanging) {
        return;
      }
      if (delay.isZero()) {
        answer(request, caller);
      } else {
        var unused =
            threads.schedule(
                () -> answer(request, caller), delay.toMillis(), TimeUnit.MILLISECONDS);
      }
    }

    private static void answer(
        ItemDetailRequest request, StreamObserver<ItemDetailResponse> caller) {
      caller.onNext(
          ItemDetailResponse.newBuilder()
              .setItemCode(request.getItemCode())
              .setItemName("測定用の品")
              .setPrice(100)
              .setTaxRate(2)
              .setCategoryCode("101")
              .setBarcode(request.getItemCode())
              .setIsActive(true)
              .setTaxCode("02")
              .build());
      caller.onCompleted();
    }
  }
}
