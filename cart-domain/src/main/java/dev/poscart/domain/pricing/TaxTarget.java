package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.TaxRule;
import java.math.BigDecimal;

/** The amount that the tax of one code is computed from. */
record TaxTarget(TaxRule rule, Money amount, int quantity) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The unrounded tax times {@link #denominator}, which is exact. */
  BigDecimal numerator() {
    BigDecimal product = amount.amount().multiply(rule.rate());
    return switch (rule.type()) {
      case EXTERNAL -> product.multiply(HUNDRED.add(rule.rate()));
      case INTERNAL -> product.multiply(HUNDRED);
      case EXEMPT -> BigDecimal.ZERO;
    };
  }

  /** The same for all codes of a rate, whether the price includes the tax or not. */
  BigDecimal denominator() {
    return HUNDRED.multiply(HUNDRED.add(rule.rate()));
  }
}
