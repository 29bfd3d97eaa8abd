package dev.poscart.domain.pricing;

/** When a tax is rounded. */
public enum TaxRounding {
  /** Once per tax code, so prices with and without tax included are rounded separately. */
  CODE,
  /**
   * Once per rate and sale, as a qualified invoice requires (Order for Enforcement of Japan's
   * Consumption Tax Act, article 70-10); the codes of a rate share the result.
   */
  RATE
}
