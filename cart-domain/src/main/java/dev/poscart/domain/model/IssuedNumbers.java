package dev.poscart.domain.model;

import java.util.Optional;

/**
 * The numbers of a closed sale, as terminals and receipts have them.
 *
 * @param transactionNo 1, 2, ... per terminal; unique among the entries of a business counter
 * @param receiptNo within the terminal's range of receipt numbers, starting over after its end
 * @param receiptCounter how many receipts the terminal has printed; only since it counts them
 *     itself. It is unique among the entries of the terminal, so its receipts have different
 *     numbers until the range is used up
 */
public record IssuedNumbers(int transactionNo, int receiptNo, Optional<Integer> receiptCounter) {

  /** Numbers of a terminal that does not count its receipts. */
  public IssuedNumbers(int transactionNo, int receiptNo) {
    this(transactionNo, receiptNo, Optional.empty());
  }

  public static IssuedNumbers first(NumberRange receipts) {
    return new IssuedNumbers(1, receipts.start());
  }

  /** The numbers after these. Where the terminal counts its receipts, its count goes on. */
  public IssuedNumbers next(NumberRange receipts) {
    Optional<Integer> counter = receiptCounter.map(last -> Math.addExact(last, 1));
    return new IssuedNumbers(
        Math.addExact(transactionNo, 1),
        counter.map(receipts::ofCounter).orElseGet(() -> receipts.after(receiptNo)),
        counter);
  }

  /** These numbers with a transaction number that is greater than {@code taken}. */
  public IssuedNumbers beyond(int taken) {
    return transactionNo > taken
        ? this
        : new IssuedNumbers(Math.addExact(taken, 1), receiptNo, receiptCounter);
  }

  /** These numbers with a receipt counter, if any, that is greater than {@code taken}. */
  public IssuedNumbers beyondReceipt(int taken, NumberRange receipts) {
    return receiptCounter.orElse(Integer.MAX_VALUE) > taken
        ? this
        : counted(Math.addExact(taken, 1), receipts);
  }

  private IssuedNumbers counted(int counter, NumberRange receipts) {
    return new IssuedNumbers(transactionNo, receipts.ofCounter(counter), Optional.of(counter));
  }
}
