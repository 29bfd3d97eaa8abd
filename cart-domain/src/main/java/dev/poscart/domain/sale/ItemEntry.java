package dev.poscart.domain.sale;

import dev.poscart.domain.code.CodeReading;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An item to be added to a cart.
 *
 * @param unitPrice a price given with the entry, which takes precedence over one in the code.
 *     Terminals send 0 for none, so 0 becomes empty; a price of 0 requires a price change
 */
public record ItemEntry(CodeReading code, int quantity, Optional<Money> unitPrice) {

  public ItemEntry {
    unitPrice = unitPrice.filter(price -> !price.isZero());
  }

  /** The code to look up in the item master. */
  public String itemCode() {
    return code.itemCode();
  }

  /** The price in the code, if it applies. */
  Optional<Money> carriedPrice() {
    return unitPrice.isPresent() ? Optional.empty() : code.price();
  }

  /** The weight that determines the price, if it does. */
  Optional<BigDecimal> pricedWeight() {
    return unitPrice.or(code::price).isPresent() ? Optional.empty() : code.kilograms();
  }

  /**
   * The price of one piece or package, in payable decimals. The price of a weighed package is
   * rounded half up to whole yen before it is multiplied by the quantity.
   */
  Money price(Item item) {
    return unitPrice
        .or(code::price)
        .orElseGet(() -> pricedWeight().map(kg -> weighed(item, kg)).orElseGet(item::sellingPrice));
  }

  private static Money weighed(Item item, BigDecimal kilograms) {
    return new Money(item.price().amount().multiply(kilograms)).rounded(0, RoundingMode.HALF_UP);
  }
}
