package dev.poscart.domain.model;

/**
 * The highest numbers that the transactions of a terminal have. Terminals give numbers in any
 * order, so the last transaction may have lower ones.
 *
 * @param transactionNo of those under one business counter; 0 if there is none
 * @param receiptCounter of all of them; 0 if there is none
 */
public record HighestNumbers(int transactionNo, int receiptCounter) {

  /** The numbers where there is no transaction. */
  public static final HighestNumbers NONE = new HighestNumbers(0, 0);
}
