package dev.poscart.domain.model;

import java.time.OffsetDateTime;

/**
 * The sums of a transaction.
 *
 * @param referenceAt when the cart was made
 * @param total internal tax inside, external tax not
 * @param externalTax sum of the external tax amounts
 * @param stampDutyTarget the part paid in money, for which the duty is owed; 0 if none applies
 * @param stampDuty revenue stamp owed on the receipt; 0 if none
 * @param cashRounding what changed hands more than is owed, or if negative less, because cash is
 *     rounded
 */
public record Sales(
    OffsetDateTime referenceAt,
    Money total,
    Money totalWithTax,
    Money externalTax,
    int totalQuantity,
    Money change,
    Money discountTotal,
    boolean cancelled,
    Money stampDutyTarget,
    Money stampDuty,
    Money cashRounding) {

  /** The same sums, paid with this rounding of cash. */
  public Sales withCashRounding(Money rounding) {
    return new Sales(
        referenceAt,
        total,
        totalWithTax,
        externalTax,
        totalQuantity,
        change,
        discountTotal,
        cancelled,
        stampDutyTarget,
        stampDuty,
        rounding);
  }
}
