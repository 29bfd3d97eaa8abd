package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** An exact quotient before rounding. */
record Fraction(BigDecimal numerator, BigDecimal denominator) {

  private static final int DECIMALS = 10;

  /** The value truncated to ten decimal places. */
  Money cut() {
    return rounded(DECIMALS, RoundingMode.DOWN);
  }

  Money rounded(int decimals, RoundingMode mode) {
    return new Money(numerator.divide(denominator, decimals, mode));
  }
}
