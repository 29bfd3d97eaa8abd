package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a percent discount on a line comes to whole yen, whether it was keyed in or given by a
 * promotion.
 *
 * @param mode which way it is rounded
 * @param unit what it is rounded over
 */
public record DiscountRounding(RoundingMode mode, Unit unit) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What a percent discount is rounded over. */
  public enum Unit {
    /** One piece, and then taken as often as there are pieces, as kugelpos does. */
    PIECE,
    /** All pieces of the line together. */
    LINE
  }

  /**
   * What a percentage takes off a line. Rounding up may exceed a price below one yen; no more than
   * what is left of the line is taken off.
   *
   * @param left what the discounts before have left of the line
   * @param quantity pieces on the line
   * @param percent 0 to 100
   */
  Money off(Money left, int quantity, BigDecimal percent) {
    int parts = unit == Unit.PIECE ? quantity : 1;
    return new Fraction(
            left.amount().multiply(percent), HUNDRED.multiply(BigDecimal.valueOf(parts)))
        .rounded(0, mode)
        .times(parts)
        .min(left);
  }

  DiscountRounding over(Unit other) {
    return new DiscountRounding(mode, other);
  }
}
