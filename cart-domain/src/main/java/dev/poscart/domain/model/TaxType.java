package dev.poscart.domain.model;

/** Whether a price holds its tax. */
public enum TaxType {
  /** Tax comes on top of the price. */
  EXTERNAL,
  /** The price holds the tax. */
  INTERNAL,
  EXEMPT
}
