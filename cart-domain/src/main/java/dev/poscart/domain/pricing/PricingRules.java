package dev.poscart.domain.pricing;

import java.math.RoundingMode;

/**
 * The operator's choices for the pricing arithmetic.
 *
 * @param discountRounding how percentage discounts on a line are rounded to whole yen
 * @param taxRounding when a tax is rounded
 */
public record PricingRules(DiscountRounding discountRounding, TaxRounding taxRounding) {

  public static final PricingRules DEFAULT =
      new PricingRules(
          new DiscountRounding(RoundingMode.HALF_UP, DiscountRounding.Unit.PIECE),
          TaxRounding.CODE);
}
