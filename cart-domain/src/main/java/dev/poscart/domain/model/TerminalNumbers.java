package dev.poscart.domain.model;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The numbers and the time that a terminal gives to a sale it closes with a carried cart, so that
 * the sale has the same ones at whichever service it is closed.
 *
 * @param transactionNo the terminal's count in its session, at least 1
 * @param receiptCounter the terminal's running count of closed sales, at least 1
 * @param at when the sale was closed
 */
public record TerminalNumbers(int transactionNo, int receiptCounter, OffsetDateTime at) {

  public TerminalNumbers {
    Expect.atLeast("transactionNo", 1, transactionNo);
    Expect.atLeast("receiptCounter", 1, receiptCounter);
  }

  /** The numbers of the transaction. */
  public IssuedNumbers in(NumberRange receipts) {
    return new IssuedNumbers(
        transactionNo, receipts.ofCounter(receiptCounter), Optional.of(receiptCounter));
  }
}
