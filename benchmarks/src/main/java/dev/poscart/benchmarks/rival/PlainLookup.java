package dev.poscart.benchmarks.rival;

import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.proto.ItemDetailRequest;
import dev.poscart.proto.ItemDetailResponse;
import dev.poscart.proto.ItemServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A look-up by the generated stub alone: the lower bound, and the basis of the rivals. */
public final class PlainLookup {

  private PlainLookup() {}

  /** A channel like the product's, without its recovery. */
  public static ManagedChannel channel(String target) {
    return builder(target).build();
  }

  /** The same with this load balancing policy. */
  public static ManagedChannel channel(String target, String balancingPolicy) {
    return builder(target).defaultLoadBalancingPolicy(balancingPolicy).build();
  }

  private static NettyChannelBuilder builder(String target) {
    return NettyChannelBuilder.forTarget(target).usePlaintext().directExecutor();
  }

  /** The stub that look-ups are made with. */
  public static ItemServiceGrpc.ItemServiceStub stub(ManagedChannel channel) {
    return ItemServiceGrpc.newStub(channel).withWaitForReady();
  }

  /** Looks up one item within five seconds. */
  public static CompletableFuture<Item> ask(
      ItemServiceGrpc.ItemServiceStub stub, TerminalKey terminal, String itemCode) {
    CompletableFuture<Item> result = new CompletableFuture<>();
    stub.withDeadlineAfter(5, TimeUnit.SECONDS)
        .getItemDetail(request(terminal, itemCode), new Receiver(result));
    return result;
  }

  private static ItemDetailRequest request(TerminalKey terminal, String itemCode) {
    return ItemDetailRequest.newBuilder()
        .setTenantId(terminal.tenantId())
        .setStoreCode(terminal.storeCode())
        .setItemCode(itemCode)
        .setTerminalId(terminal.toString())
        .build();
  }

  private static Item item(ItemDetailResponse answer) {
    return new Item(
        answer.getItemCode(),
        answer.getItemName(),
        Optional.empty(),
        Money.of(answer.getPrice()),
        Optional.empty(),
        answer.getCategoryCode(),
        answer.getTaxCode(),
        false,
        true);
  }

  private record Receiver(CompletableFuture<Item> result)
      implements StreamObserver<ItemDetailResponse> {
    @Override
    public void onNext(ItemDetailResponse answer) {
      result.complete(item(answer));
    }

    @Override
    public void onError(Throwable failure) {
      result.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
      // The answer has completed the result.
    }
  }
}
