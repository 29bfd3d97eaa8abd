package dev.poscart.domain.sale;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.OverTender;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import java.util.Optional;

/**
 * What a payment method allows at this till.
 *
 * @param accepted whether a sale can be paid with it
 * @param limit maximum amount of one tender; empty: no limit
 * @param refundable whether a return can be refunded with it
 */
record TenderBehaviour(
    boolean accepted, Optional<Money> limit, OverTender overTender, boolean refundable) {

  /**
   * Checks a tender for a sale, regardless of the balance due.
   *
   * @throws Refused with {@link Refusal#PAYMENT_METHOD_INACTIVE} or {@link
   *     Refusal#TENDER_OVER_LIMIT}
   */
  void checkTaken(Tender tender) {
    if (!accepted) {
      throw new Refused(
          Refusal.PAYMENT_METHOD_INACTIVE,
          "Payment method is not active: ",
          Subject.paymentMethod(tender.paymentCode()));
    }
    if (limit.isPresent() && tender.amount().isGreaterThan(limit.get())) {
      throw new Refused(
          Refusal.TENDER_OVER_LIMIT,
          "Tender of ",
          tender.amount(),
          " by payment method ",
          tender.paymentCode(),
          " (expected: <= ",
          limit.get(),
          ")");
    }
  }

  /**
   * Checks a refund.
   *
   * @throws Refused with {@link Refusal#REFUND_NOT_ALLOWED}
   */
  void checkRefundable(Tender tender) {
    if (!refundable) {
      throw new Refused(
          Refusal.REFUND_NOT_ALLOWED,
          "Payment method takes no refunds: ",
          Subject.paymentMethod(tender.paymentCode()));
    }
  }
}
