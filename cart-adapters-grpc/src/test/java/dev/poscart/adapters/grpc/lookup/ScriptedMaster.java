package dev.poscart.adapters.grpc.lookup;

import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.ItemMasterPort;
import dev.poscart.domain.port.PortException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An item master that keeps its callers waiting until the test answers. */
final class ScriptedMaster implements ItemMasterPort {

  static final TerminalKey TERMINAL = new TerminalKey("A1234", "5678", 9);

  private final List<Set<String>> asked = new ArrayList<>();
  private final List<CompletableFuture<Map<String, Item>>> open = new ArrayList<>();
  private int nextToAnswer;

  @Override
  public CompletionStage<Map<String, Item>> findItems(TerminalKey terminal, Set<String> itemCodes) {
    asked.add(new TreeSet<>(itemCodes));
    CompletableFuture<Map<String, Item>> answer = new CompletableFuture<>();
    open.add(answer);
    return answer;
  }

  static Item item(String itemCode, long price) {
    return new Item(
        itemCode,
        "item " + itemCode,
        Optional.empty(),
        Money.of(price),
        Optional.empty(),
        "101",
        "01",
        false,
        true);
  }

  List<Set<String>> asked() {
    return asked;
  }

  /** Answers the oldest pending look-up. */
  void answer(Item... items) {
    Map<String, Item> byCode = new HashMap<>();
    for (Item item : items) {
      byCode.put(item.itemCode(), item);
    }
    open.get(nextToAnswer++).complete(byCode);
  }

  void fail(PortException.Category category) {
    open.get(nextToAnswer++)
        .completeExceptionally(new PortException("item-master", category, "scripted"));
  }
}
