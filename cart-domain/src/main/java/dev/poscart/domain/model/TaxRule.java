package dev.poscart.domain.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How the tax of one tax code is computed.
 *
 * @param rate percent
 * @param decimals decimal places of the rounded tax; 0: whole yen
 */
public record TaxRule(
    String taxCode,
    TaxType type,
    String name,
    BigDecimal rate,
    int decimals,
    RoundingMode rounding) {

  public TaxRule {
    Expect.notBlank("taxCode", taxCode);
    if (rate.signum() < 0) {
      throw new IllegalArgumentException("rate: " + rate + " (expected: >= 0)");
    }
    Expect.atLeast("decimals", 0, decimals);
  }
}
