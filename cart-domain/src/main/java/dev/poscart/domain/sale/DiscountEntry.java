package dev.poscart.domain.sale;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A manual discount as entered.
 *
 * @param value yen or percent, depending on the type
 */
public record DiscountEntry(DiscountType type, BigDecimal value, Optional<String> detail) {

  /** A discount whose amount is not calculated yet. */
  Discount pending() {
    return new Discount(type, value, Money.ZERO, detail, Optional.empty());
  }
}
