package dev.poscart.adapters.grpc.lookup;

import dev.poscart.domain.code.EqualCodes;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.ItemMasterPort;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * Looks up a code as it is and, only if the item master does not know it, its equal codes: one more
 * look-up for all codes of the call together. The result is returned for the requested code, so the
 * decorators above cache it like any other.
 */
final class EqualCodesItemMaster implements ItemMasterPort {

  private final ItemMasterPort master;

  EqualCodesItemMaster(ItemMasterPort master) {
    this.master = master;
  }

  @Override
  public CompletionStage<Map<String, Item>> findItems(TerminalKey terminal, Set<String> itemCodes) {
    return master
        .findItems(terminal, itemCodes)
        .thenCompose(found -> complete(terminal, itemCodes, found));
  }

  private CompletionStage<Map<String, Item>> complete(
      TerminalKey terminal, Set<String> itemCodes, Map<String, Item> found) {
    Map<String, List<String>> equals = new LinkedHashMap<>();
    Set<String> unasked = new LinkedHashSet<>();
    for (String itemCode : itemCodes) {
      if (!found.containsKey(itemCode)) {
        equals.put(itemCode, EqualCodes.of(itemCode));
        unasked.addAll(equals.get(itemCode));
      }
    }
    unasked.removeAll(itemCodes);
    CompletionStage<Map<String, Item>> others =
        unasked.isEmpty()
            ? CompletableFuture.completedStage(Map.of())
            : master.findItems(terminal, unasked);
    return others.thenApply(more -> withEquals(equals, found, more));
  }

  /** If the item master knows several equal codes, the first counts. */
  private static Map<String, Item> withEquals(
      Map<String, List<String>> equals, Map<String, Item> found, Map<String, Item> more) {
    Map<String, Item> all = new HashMap<>(found);
    equals.forEach(
        (itemCode, spellings) ->
            spellings.stream()
                .flatMap(spelling -> Stream.of(found, more).map(items -> items.get(spelling)))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(item -> all.put(itemCode, item)));
    return Map.copyOf(all);
  }
}
