package dev.poscart.domain.sale;

import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An item as keyed in.
 *
 * @param unitPrice a price given with the entry; empty: the master's. Terminals send 0 where they
 *     have none, so 0 becomes empty: only a change of price makes a price of 0
 * @param kilograms what one package weighs, if the master's price is for a kilogram
 */
public record ItemEntry(
    String itemCode, int quantity, Optional<Money> unitPrice, Optional<BigDecimal> kilograms) {

  public ItemEntry {
    unitPrice = unitPrice.filter(price -> !price.isZero());
  }

  /** An item that is sold by the piece. */
  public ItemEntry(String itemCode, int quantity, Optional<Money> unitPrice) {
    this(itemCode, quantity, unitPrice, Optional.empty());
  }

  /**
   * What one piece or package costs, in an amount that can be paid. The price of a weighed package
   * is rounded half up to whole yen, before it is multiplied by the number of packages.
   */
  Money price(Item item) {
    return unitPrice.orElseGet(
        () -> kilograms.map(weight -> weighed(item, weight)).orElseGet(item::sellingPrice));
  }

  private static Money weighed(Item item, BigDecimal weight) {
    return new Money(item.price().amount().multiply(weight)).rounded(0, RoundingMode.HALF_UP);
  }
}
