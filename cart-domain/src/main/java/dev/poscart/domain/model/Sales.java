package dev.poscart.domain.model;

import java.time.OffsetDateTime;

/**
 * The totals of a transaction.
 *
 * @param referenceAt when the cart was created
 * @param total including internal but not external tax
 * @param externalTax sum of the external taxes
 * @param stampDutyTarget the part paid in money, on which stamp duty is due; 0 if none is due
 * @param stampDuty revenue stamp due on the receipt; 0 if none
 * @param cashRounding how much more (or, if negative, less) than the amount owed changed hands
 *     because cash is rounded
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

  /** These totals with another cash rounding. */
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
