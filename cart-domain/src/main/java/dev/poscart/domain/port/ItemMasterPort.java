package dev.poscart.domain.port;

import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.TerminalKey;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Which items are these codes, at this terminal's store? */
public interface ItemMasterPort {

  /**
   * Looks all codes up at once.
   *
   * @param terminal who asks; tenant and store decide the price
   * @param itemCodes at least one code
   * @return the items found, by the code asked for. A code that is unknown to the master, or whose
   *     item is inactive, is absent from the map. Fails with {@link PortException} when the master
   *     cannot tell about any one of the codes.
   */
  CompletionStage<Map<String, Item>> findItems(TerminalKey terminal, Set<String> itemCodes);
}
