package dev.poscart.adapters.grpc;

import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.ItemMasterPort;
import dev.poscart.domain.port.PortException;
import dev.poscart.proto.ItemDetailRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Asks the item master for each code, all codes of a look-up in parallel on the one channel. */
final class GrpcItemMaster implements ItemMasterPort {

  private final ItemMasterChannel channel;
  private final Duration deadline;
  private final ItemMasterObserver observer;

  GrpcItemMaster(ItemMasterChannel channel, Duration deadline, ItemMasterObserver observer) {
    this.channel = channel;
    this.deadline = deadline;
    this.observer = observer;
  }

  /** The stage is completed on a network thread: leave it before anything slow. */
  @Override
  public CompletionStage<Map<String, Item>> findItems(TerminalKey terminal, Set<String> itemCodes) {
    if (itemCodes.isEmpty()) {
      return CompletableFuture.completedStage(Map.of());
    }
    Connection connection;
    try {
      connection = channel.connection();
    } catch (PortException e) {
      return CompletableFuture.failedStage(e);
    }
    ItemCollector collector = new ItemCollector(itemCodes.size());
    var stub = connection.stub().withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS);
    for (String itemCode : itemCodes) {
      stub.getItemDetail(request(terminal, itemCode), new ItemCall(itemCode, collector, observer));
    }
    return collector.result();
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
