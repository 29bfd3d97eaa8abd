package dev.poscart.domain.model;

/**
 * Whether a logged transaction was reversed later.
 *
 * @param voided whether it was voided
 * @param refunded whether it is a sale of which every piece was returned
 */
public record TransactionStatus(boolean voided, boolean refunded) {

  public static final TransactionStatus NONE = new TransactionStatus(false, false);
}
