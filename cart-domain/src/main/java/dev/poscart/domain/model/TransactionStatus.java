package dev.poscart.domain.model;

/**
 * What became of a transaction after it was logged.
 *
 * @param voided a void took it back
 * @param refunded a sale of which every piece was returned
 */
public record TransactionStatus(boolean voided, boolean refunded) {

  public static final TransactionStatus NONE = new TransactionStatus(false, false);
}
