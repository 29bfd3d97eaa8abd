package dev.poscart.domain.sale;

/**
 * What an operator can choose about tenders.
 *
 * @param tenderRules what decides how a payment method behaves
 * @param refundTo where the money of a return may go
 */
public record PaymentRules(TenderRules tenderRules, RefundTo refundTo) {

  /** As kugelpos does it. */
  public static final PaymentRules STANDARD = new PaymentRules(TenderRules.KIND, RefundTo.ANY);
}
