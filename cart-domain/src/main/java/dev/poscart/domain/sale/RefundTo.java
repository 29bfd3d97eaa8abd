package dev.poscart.domain.sale;

/** Which payment methods may refund a return. */
public enum RefundTo {
  /** Any, as in kugelpos. */
  ANY,
  /** Those the sale was paid with, each up to the amount paid and not yet refunded. */
  SALE
}
