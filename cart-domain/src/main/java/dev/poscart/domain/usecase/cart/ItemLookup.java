package dev.poscart.domain.usecase.cart;

import dev.poscart.domain.code.ItemCodeReader;
import dev.poscart.domain.code.KeyedCode;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.ItemMasterPort;
import dev.poscart.domain.sale.ItemEntry;
import dev.poscart.domain.sale.KeyedItem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Reads item codes and looks up the items that a cart does not contain yet, all of a request at
 * once.
 */
public final class ItemLookup {

  private final ItemMasterPort master;
  private final ItemCodeReader codes;

  public ItemLookup(ItemMasterPort master, ItemCodeReader codes) {
    this.master = master;
    this.codes = codes;
  }

  /** What the codes stand for. */
  List<ItemEntry> read(List<KeyedItem> keyed) {
    List<ItemEntry> entries = new ArrayList<>(keyed.size());
    for (KeyedItem item : keyed) {
      KeyedCode code = new KeyedCode(entries.size(), item.code(), item.supplement());
      entries.add(new ItemEntry(codes.read(code), item.quantity(), item.unitPrice()));
    }
    return entries;
  }

  CompletionStage<Map<String, Item>> missing(
      TerminalKey terminal, Cart cart, List<ItemEntry> entries) {
    Set<String> codes = new LinkedHashSet<>();
    for (ItemEntry entry : entries) {
      String code = entry.itemCode();
      // No item has a blank code, so there is no need to look it up.
      if (!code.isBlank() && cart.knownItem(code).isEmpty()) {
        codes.add(code);
      }
    }
    return codes.isEmpty()
        ? CompletableFuture.completedFuture(Map.of())
        : master.findItems(terminal, codes);
  }
}
