package dev.poscart.domain.pricing;

/** What a tax is rounded over. */
public enum TaxRounding {
  /** Once per tax code, so prices with and without tax inside are rounded apart. */
  CODE,
  /**
   * Once per rate and sale, as a qualified invoice needs it (Order for Enforcement of Japan's
   * Consumption Tax Act, article 70-10); the codes of a rate share the result.
   */
  RATE
}
