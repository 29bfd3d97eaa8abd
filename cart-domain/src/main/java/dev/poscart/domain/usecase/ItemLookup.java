package dev.poscart.domain.usecase;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.ItemMasterPort;
import dev.poscart.domain.sale.InStoreCodes;
import dev.poscart.domain.sale.ItemEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Asks the master for what a cart does not know yet, all codes of a call at once. */
public final class ItemLookup {

  private final ItemMasterPort master;
  private final InStoreCodes inStoreCodes;

  /** Takes every code for an ordinary one. */
  public ItemLookup(ItemMasterPort master) {
    this(master, InStoreCodes.NONE);
  }

  public ItemLookup(ItemMasterPort master, InStoreCodes inStoreCodes) {
    this.master = master;
    this.inStoreCodes = inStoreCodes;
  }

  /** What the keyed codes stand for. */
  List<ItemEntry> read(List<ItemEntry> keyed) {
    return inStoreCodes.read(keyed);
  }

  CompletionStage<Map<String, Item>> missing(
      TerminalKey terminal, Cart cart, List<ItemEntry> entries) {
    Set<String> codes =
        entries.stream()
            .map(ItemEntry::itemCode)
            // No item has a blank code; the master need not be asked for that.
            .filter(code -> !code.isBlank())
            .filter(code -> cart.knownItem(code).isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return codes.isEmpty()
        ? CompletableFuture.completedFuture(Map.of())
        : master.findItems(terminal, codes);
  }
}
