package dev.poscart.domain.model;

/** How a tender behaves at the till. */
public enum PaymentKind {
  /** May exceed the balance; the rest is given back as change. */
  CASH,
  CASHLESS,
  OTHER
}
