package dev.poscart.domain.model;

/** The meaning of a discount's value. */
public enum DiscountType {
  /** The value is an amount in yen. */
  AMOUNT,
  /** The value is a percentage, 0 to 100. */
  PERCENTAGE
}
