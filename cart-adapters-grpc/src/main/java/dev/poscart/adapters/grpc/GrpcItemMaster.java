package dev.poscart.adapters.grpc;

import dev.poscart.adapters.grpc.lookup.ItemCollector;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.ItemMasterPort;
import dev.poscart.domain.port.PortException;
import dev.poscart.proto.ItemDetailRequest;
import dev.poscart.proto.ItemDetailResponse;
import dev.poscart.proto.ItemServiceGrpc.ItemServiceStub;
import io.grpc.Status;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Looks up items over the shared channel: all codes in one batch call if the server supports it,
 * otherwise in parallel calls. Stages complete on a network thread, which must not be blocked.
 */
final class GrpcItemMaster implements ItemMasterPort {

  private final SharedChannel shared;
  private final BatchSupport batchSupport;
  private final ItemMasterObserver observer;

  GrpcItemMaster(SharedChannel shared, BatchSupport batchSupport, ItemMasterObserver observer) {
    this.shared = shared;
    this.batchSupport = batchSupport;
    this.observer = observer;
  }

  @Override
  public CompletionStage<Map<String, Item>> findItems(TerminalKey terminal, Set<String> itemCodes) {
    if (itemCodes.isEmpty()) {
      return CompletableFuture.completedStage(Map.of());
    }
    try {
      ManagedItemMasterChannel channel = shared.channel();
      if (itemCodes.size() > 1 && batchSupport.isOffered()) {
        return asOneCall(channel, terminal, Set.copyOf(itemCodes));
      }
      return inParallel(channel, terminal, itemCodes);
    } catch (PortException e) {
      return CompletableFuture.failedStage(e);
    }
  }

  private CompletionStage<Map<String, Item>> inParallel(
      ManagedItemMasterChannel channel, TerminalKey terminal, Set<String> itemCodes) {
    ItemCollector collector = new ItemCollector(itemCodes.size());
    channel.callsStarted(itemCodes.size());
    ItemServiceStub stub = channel.stub();
    for (String itemCode : itemCodes) {
      Consumer<ItemDetailResponse> read =
          answer -> collector.answered(itemCode, ItemAnswer.read(itemCode, answer));
      ItemDetailRequest request = request(terminal, itemCode);
      new HedgedCall<ItemDetailResponse>(
              channel,
              observer,
              stub,
              (on, caller) -> on.getItemDetail(request, caller),
              guarded(read, collector),
              status -> failed(itemCode, status, collector))
          .start();
    }
    return collector.result();
  }

  private static void failed(String itemCode, Status status, ItemCollector collector) {
    if (status.getCode() == Status.Code.NOT_FOUND) {
      collector.answered(itemCode, Optional.empty());
    } else {
      collector.failed(ItemAnswer.failure(itemCode, status));
    }
  }

  private CompletionStage<Map<String, Item>> asOneCall(
      ManagedItemMasterChannel channel, TerminalKey terminal, Set<String> itemCodes) {
    ItemCollector collector = new ItemCollector(1);
    channel.callsStarted(1);
    ItemBatch.send(
        channel,
        terminal,
        itemCodes,
        observer,
        guarded(answer -> collector.answered(ItemAnswer.read(itemCodes, answer)), collector),
        status -> batchFailed(status, terminal, itemCodes, collector));
    return collector.result();
  }

  private void batchFailed(
      Status status, TerminalKey terminal, Set<String> itemCodes, ItemCollector collector) {
    switch (status.getCode()) {
      case UNIMPLEMENTED -> {
        batchSupport.declined();
        findItems(terminal, itemCodes)
            .whenComplete(
                (items, failure) -> {
                  if (items != null) {
                    collector.answered(items);
                  } else {
                    collector.failed(failure);
                  }
                });
      }
      // Some servers report that they have none of the items like this.
      case NOT_FOUND -> collector.answered(Map.of());
      default -> collector.failed(ItemAnswer.failure(itemCodes.toString(), status));
    }
  }

  private static <A> Consumer<A> guarded(Consumer<A> read, ItemCollector collector) {
    return answer -> {
      try {
        read.accept(answer);
      } catch (RuntimeException e) {
        collector.failed(e);
      }
    };
  }

  private static ItemDetailRequest request(TerminalKey terminal, String itemCode) {
    return ItemDetailRequest.newBuilder()
        .setTenantId(terminal.tenantId())
        .setStoreCode(terminal.storeCode())
        .setItemCode(itemCode)
        .setTerminalId(terminal.terminalId())
        .build();
  }
}
