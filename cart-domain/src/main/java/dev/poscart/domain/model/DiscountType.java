package dev.poscart.domain.model;

/** How a discount's value is meant. */
public enum DiscountType {
  /** The value is money off. */
  AMOUNT,
  /** The value is percent off, 0 to 100. */
  PERCENTAGE
}
