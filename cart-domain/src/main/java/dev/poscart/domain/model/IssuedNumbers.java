package dev.poscart.domain.model;

import java.util.Optional;

/**
 * The numbers of a closed sale, as terminals and receipts have them.
 *
 * @param transactionNo 1, 2, ... per terminal; unique among the entries of a business counter
 * @param receiptNo within the terminal's range of receipt numbers, starting over after its end
 * @param receiptCounter how many sales the terminal has closed; only if it numbered this one itself
 */
public record IssuedNumbers(int transactionNo, int receiptNo, Optional<Integer> receiptCounter) {

  /** Numbers given by the service. */
  public IssuedNumbers(int transactionNo, int receiptNo) {
    this(transactionNo, receiptNo, Optional.empty());
  }

  public static IssuedNumbers first(NumberRange receipts) {
    return new IssuedNumbers(1, receipts.start());
  }

  public IssuedNumbers next(NumberRange receipts) {
    return new IssuedNumbers(Math.addExact(transactionNo, 1), receipts.after(receiptNo));
  }

  /** These numbers with a transaction number that is greater than {@code taken}. */
  public IssuedNumbers beyond(int taken) {
    return transactionNo > taken
        ? this
        : new IssuedNumbers(Math.addExact(taken, 1), receiptNo, receiptCounter);
  }
}
