package dev.poscart.domain.sale;

import dev.poscart.domain.model.Money;
import java.util.Optional;

/**
 * An item as a terminal sends it.
 *
 * @param code as scanned or keyed in
 * @param unitPrice a price given with the code; none and 0 mean the master's, or the one that the
 *     code carries
 * @param supplement the second code of a book or the add-on of a magazine
 */
public record KeyedItem(
    String code, int quantity, Optional<Money> unitPrice, Optional<String> supplement) {

  /** An item without a supplement. */
  public KeyedItem(String code, int quantity, Optional<Money> unitPrice) {
    this(code, quantity, unitPrice, Optional.empty());
  }
}
