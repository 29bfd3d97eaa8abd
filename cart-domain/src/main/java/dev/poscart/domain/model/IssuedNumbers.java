package dev.poscart.domain.model;

/**
 * The two numbers of a closed sale, as terminals and receipts have them.
 *
 * @param transactionNo 1, 2, ... per terminal; unique among the entries of a business counter
 * @param receiptNo within the terminal's range of receipt numbers, starting over after its end
 */
public record IssuedNumbers(int transactionNo, int receiptNo) {

  public static IssuedNumbers first(NumberRange receipts) {
    return new IssuedNumbers(1, receipts.start());
  }

  public IssuedNumbers next(NumberRange receipts) {
    return new IssuedNumbers(Math.addExact(transactionNo, 1), receipts.after(receiptNo));
  }
}
