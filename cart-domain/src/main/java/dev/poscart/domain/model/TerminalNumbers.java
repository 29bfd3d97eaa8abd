package dev.poscart.domain.model;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The numbers and the time that a terminal gives to a sale it closes with a carried cart, so that
 * the sale has the same ones at whichever service it is closed.
 *
 * @param transactionNo the terminal's count in its session, 1..{@value #MAX}
 * @param receiptCounter the terminal's running count of receipts, 1..{@value #MAX}
 * @param at when the sale was closed
 */
public record TerminalNumbers(int transactionNo, int receiptCounter, OffsetDateTime at) {

  /** Leaves room for the numbers that the service gives after those of the terminal. */
  public static final int MAX = 999_999_999;

  public TerminalNumbers {
    Expect.within("transactionNo", 1, MAX, transactionNo);
    Expect.within("receiptCounter", 1, MAX, receiptCounter);
  }

  /** The numbers of the transaction. */
  public IssuedNumbers in(NumberRange receipts) {
    return new IssuedNumbers(
        transactionNo, receipts.ofCounter(receiptCounter), Optional.of(receiptCounter));
  }
}
