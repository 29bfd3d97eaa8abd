package dev.poscart.domain.sale;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A discount as keyed in.
 *
 * @param value yen or percent, as the type says
 */
public record DiscountEntry(DiscountType type, BigDecimal value, Optional<String> detail) {

  /** A discount whose amount is yet to be computed. */
  Discount pending() {
    return new Discount(type, value, Money.ZERO, detail, Optional.empty());
  }
}
