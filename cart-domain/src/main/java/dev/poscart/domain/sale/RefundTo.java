package dev.poscart.domain.sale;

/** Where the money of a return may go. */
public enum RefundTo {
  /** To any payment method, as kugelpos does it. */
  ANY,
  /** To the payment methods of the sale, each up to what was paid with it and not yet paid back. */
  SALE
}
