package dev.poscart.domain.pricing;

import java.math.RoundingMode;

/**
 * What an operator can choose about the arithmetic.
 *
 * @param discountRounding how percent discounts on a line are rounded to whole yen per piece
 * @param taxRounding what a tax is rounded over
 */
public record PricingRules(RoundingMode discountRounding, TaxRounding taxRounding) {

  public static final PricingRules STANDARD =
      new PricingRules(RoundingMode.HALF_UP, TaxRounding.CODE);
}
