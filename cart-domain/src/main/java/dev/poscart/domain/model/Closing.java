package dev.poscart.domain.model;

import java.time.OffsetDateTime;
import java.util.Set;

/**
 * The mark on a cart whose sale is being closed, with everything that the transaction needs beyond
 * the cart itself. From the moment it is stored the sale is decided: whoever meets the cart
 * finishes the closing, with the same result.
 *
 * @param terminal the terminal that closes, to which the sale belongs
 * @param session the one of that terminal at that time, to which the transaction belongs
 * @param at when it was closed; the transaction's time
 * @param eventId id of the event that tells the peer services
 * @param stampDutyCodes payment codes that count for stamp duty; empty: those of the cash kinds
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

  /** How a cart ends. */
  public enum Kind {
    BILL,
    CANCEL
  }
}
