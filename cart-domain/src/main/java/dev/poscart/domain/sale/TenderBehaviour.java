package dev.poscart.domain.sale;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.OverTender;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.util.Optional;

/**
 * How tenders of a payment method behave at this till.
 *
 * @param accepted whether a sale can be paid with it
 * @param limit the most that one tender may be; empty: any amount
 * @param refundable whether a return can be paid back with it
 */
record TenderBehaviour(
    boolean accepted, Optional<Money> limit, OverTender overTender, boolean refundable) {

  /**
   * Checks a tender for a sale, whatever the balance is.
   *
   * @throws Refused with {@link Refusal#PAYMENT_METHOD_INACTIVE} or {@link
   *     Refusal#TENDER_OVER_LIMIT}
   */
  void checkTaken(Tender tender) {
    if (!accepted) {
      throw new Refused(
          Refusal.PAYMENT_METHOD_INACTIVE,
          "Payment method is not active: payment_code->" + tender.paymentCode());
    }
    if (limit.isPresent() && tender.amount().isGreaterThan(limit.get())) {
      throw new Refused(
          Refusal.TENDER_OVER_LIMIT,
          "Tender of "
              + tender.amount()
              + " by payment method "
              + tender.paymentCode()
              + " (expected: <= "
              + limit.get()
              + ")");
    }
  }

  /**
   * Checks a tender that pays money back.
   *
   * @throws Refused with {@link Refusal#REFUND_NOT_ALLOWED}
   */
  void checkRefundable(Tender tender) {
    if (!refundable) {
      throw new Refused(
          Refusal.REFUND_NOT_ALLOWED,
          "Payment method takes no refunds: payment_code->" + tender.paymentCode());
    }
  }
}
