package dev.poscart.app.itemmaster;

import dev.poscart.proto.ItemDetailRequest;
import dev.poscart.proto.ItemDetailResponse;
import dev.poscart.proto.ItemServiceGrpc;
import io.grpc.Attributes;
import io.grpc.Server;
import io.grpc.ServerTransportFilter;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** Has every item, at 100 yen each, until told to hang: then it accepts calls and never answers. */
public final class HangingItemMaster extends ItemServiceGrpc.ItemServiceImplBase
    implements AutoCloseable {

  private final AtomicInteger transports = new AtomicInteger();
  private final Server server;
  private volatile boolean hanging;

  /** Starts on a loopback port; 0 for a free one. */
  public HangingItemMaster(int port) throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
            .addService(this)
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

  public void hang() {
    hanging = true;
  }

  public void answerAgain() {
    hanging = false;
  }

  @Override
  public void getItemDetail(ItemDetailRequest request, StreamObserver<ItemDetailResponse> caller) {
    if (!hanging) {
      caller.onNext(
          ItemDetailResponse.newBuilder()
              .setItemCode(request.getItemCode())
              .setItemName("品")
              .setPrice(100)
              .setTaxRate(1)
              .setCategoryCode("C1")
              .setBarcode(request.getItemCode())
              .setIsActive(true)
              .setTaxCode("01")
              .build());
      caller.onCompleted();
    }
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
