package dev.poscart.domain.pricing;

import java.math.RoundingMode;

/**
 * What an operator can choose about the arithmetic.
 *
 * @param discountRounding how percent discounts on a line are rounded to whole yen
 * @param taxRounding what a tax is rounded over
 */
public record PricingRules(DiscountRounding discountRounding, TaxRounding taxRounding) {

  public static final PricingRules DEFAULT =
      new PricingRules(
          new DiscountRounding(RoundingMode.HALF_UP, DiscountRounding.Unit.PIECE),
          TaxRounding.CODE);
}
