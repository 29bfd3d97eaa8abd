package dev.poscart.domain.model;

import java.time.OffsetDateTime;
import java.util.Set;

/**
 * The decision to close a cart, with everything that the transaction needs beyond the cart itself.
 * Once it is stored, the outcome is decided: anyone who finds the cart can finish the closing with
 * the same result.
 *
 * @param terminal the terminal that closes the cart and to which the sale belongs
 * @param session that terminal's session, to which the transaction belongs
 * @param at time of the closing and of the transaction
 * @param eventId id of the event for the peer services
 * @param stampDutyCodes payment codes that count towards stamp duty; empty: those of the cash kind
 */
public record Closing(
    Kind kind,
    TerminalKey terminal,
    Staff staff,
    TerminalSession session,
    OffsetDateTime at,
    String eventId,
    ReceiptSettings receipt,
    Set<String> stampDutyCodes) {

  public Closing {
    stampDutyCodes = Set.copyOf(stampDutyCodes);
  }

  /** How a cart is closed. */
  public enum Kind {
    BILL,
    CANCEL
  }
}
