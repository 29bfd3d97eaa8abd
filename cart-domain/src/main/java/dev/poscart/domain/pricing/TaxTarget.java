package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.TaxRule;
import java.math.BigDecimal;

/** What the tax of one code is computed from. */
record TaxTarget(TaxRule rule, Money amount, int quantity) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  TaxTarget plus(Money more, int pieces) {
    return new TaxTarget(rule, amount.plus(more), quantity + pieces);
  }

  /** The tax, not rounded, times {@link #denominator}: whole digits, so nothing is lost. */
  BigDecimal numerator() {
    BigDecimal product = amount.amount().multiply(rule.rate());
    return switch (rule.type()) {
      case EXTERNAL -> product.multiply(HUNDRED.add(rule.rate()));
      case INTERNAL -> product.multiply(HUNDRED);
      case EXEMPT -> BigDecimal.ZERO;
    };
  }

  /** The same for all codes of a rate, whether the tax is inside the price or on top of it. */
  BigDecimal denominator() {
    return HUNDRED.multiply(HUNDRED.add(rule.rate()));
  }
}
