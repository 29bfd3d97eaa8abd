package dev.poscart.domain.port;

import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.TerminalKey;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Looks up items by their codes. */
public interface ItemMasterPort {

  /**
   * Looks up all given codes at once.
   *
   * @param terminal tenant and store determine the price
   * @param itemCodes at least one code
   * @return the items found, by requested code. Codes that the item master does not know, or whose
   *     item is inactive, are absent. Fails with {@link PortException} if any of the codes could
   *     not be looked up
   */
  CompletionStage<Map<String, Item>> findItems(TerminalKey terminal, Set<String> itemCodes);
}
