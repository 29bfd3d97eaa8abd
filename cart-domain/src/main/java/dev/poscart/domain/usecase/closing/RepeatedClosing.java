package dev.poscart.domain.usecase.closing;

/** What happens if a carried cart is closed again with other contents than those in the log. */
public enum RepeatedClosing {
  /** The terminal gets the transaction in the log. */
  ACCEPT,
  /** The terminal is refused. */
  REFUSE
}
