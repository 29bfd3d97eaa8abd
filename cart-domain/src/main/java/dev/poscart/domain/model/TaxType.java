package dev.poscart.domain.model;

/** Whether a price includes its tax. */
public enum TaxType {
  /** The tax is added to the price. */
  EXTERNAL,
  /** The price includes the tax. */
  INTERNAL,
  EXEMPT
}
