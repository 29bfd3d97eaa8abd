package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A number before it is rounded. */
record Fraction(BigDecimal numerator, BigDecimal denominator) {

  private static final int DECIMALS = 10;

  /** The number to ten decimals; further ones are left out. */
  Money cut() {
    return rounded(DECIMALS, RoundingMode.DOWN);
  }

  Money rounded(int decimals, RoundingMode mode) {
    return new Money(numerator.divide(denominator, decimals, mode));
  }
}
