package dev.poscart.adapters.grpc;

import dev.poscart.domain.model.TerminalKey;
import dev.poscart.proto.ItemDetailsRequest;
import dev.poscart.proto.ItemDetailsResponse;
import io.grpc.Status;
import java.util.Set;
import java.util.function.Consumer;

/** The batch call, which looks up several codes at once. */
final class ItemBatch {

  private ItemBatch() {}

  static void send(
      ManagedItemMasterChannel channel,
      TerminalKey terminal,
      Set<String> itemCodes,
      ItemMasterObserver observer,
      Consumer<ItemDetailsResponse> onAnswer,
      Consumer<Status> onFailure) {
    ItemDetailsRequest request =
        ItemDetailsRequest.newBuilder()
            .setTenantId(terminal.tenantId())
            .setStoreCode(terminal.storeCode())
            .addAllItemCodes(itemCodes)
            .setTerminalId(terminal.terminalId())
            .build();
    new HedgedCall<ItemDetailsResponse>(
            channel,
            observer,
            channel.stub(),
            (stub, caller) -> stub.getItemDetails(request, caller),
            onAnswer,
            onFailure)
        .start();
  }
}
