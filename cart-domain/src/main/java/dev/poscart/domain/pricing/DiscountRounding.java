package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a percentage discount on a line, entered manually or granted by a promotion, is rounded to
 * whole yen.
 *
 * @param mode the rounding mode
 * @param unit the amount that is rounded
 */
public record DiscountRounding(RoundingMode mode, Unit unit) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The amount to which rounding is applied. */
  public enum Unit {
    /** The discount of one piece, which is then multiplied by the quantity, as in kugelpos. */
    PIECE,
    /** The discount of the whole line. */
    LINE
  }

  /**
   * The amount of a percentage discount. If rounding up exceeds what is left of the line, only that
   * is taken off.
   *
   * @param left what earlier discounts have left of the line
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
