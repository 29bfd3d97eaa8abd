package dev.poscart.domain.sale;

import dev.poscart.domain.code.CodeReading;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An item to be entered.
 *
 * @param unitPrice a price given with the entry; it counts before what the code carries. Terminals
 *     send 0 where they have none, so 0 becomes empty: only a change of price makes a price of 0
 */
public record ItemEntry(CodeReading code, int quantity, Optional<Money> unitPrice) {

  public ItemEntry {
    unitPrice = unitPrice.filter(price -> !price.isZero());
  }

  /** An item whose code carries nothing else. */
  public ItemEntry(String itemCode, int quantity, Optional<Money> unitPrice) {
    this(CodeReading.of(itemCode), quantity, unitPrice);
  }

  /** What the master is asked for. */
  public String itemCode() {
    return code.itemCode();
  }

  /** The price that the code carries, if it counts. */
  Optional<Money> carriedPrice() {
    return unitPrice.isPresent() ? Optional.empty() : code.price();
  }

  /** The weight that makes the price, if it does. */
  Optional<BigDecimal> pricedWeight() {
    return unitPrice.or(code::price).isPresent() ? Optional.empty() : code.kilograms();
  }

  /**
   * What one piece or package costs, in an amount that can be paid. The price of a weighed package
   * is rounded half up to whole yen, before it is multiplied by the number of packages.
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
