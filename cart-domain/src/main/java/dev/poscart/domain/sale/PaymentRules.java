package dev.poscart.domain.sale;

import dev.poscart.domain.model.CashRounding;
import java.util.Set;

/**
 * What an operator can choose about tenders.
 *
 * @param tenderRules what decides how a payment method behaves
 * @param refundTo where the money of a return may go
 * @param cashRounding of new carts and of returns; a cart keeps that of its beginning, a void that
 *     of what it undoes
 * @param stampDutyCodes payment codes that count for stamp duty; empty: those of the cash kinds
 */
public record PaymentRules(
    TenderRules tenderRules,
    RefundTo refundTo,
    CashRounding cashRounding,
    Set<String> stampDutyCodes) {

  /** As kugelpos does it. */
  public static final PaymentRules DEFAULT =
      new PaymentRules(TenderRules.KIND, RefundTo.ANY, CashRounding.NONE, Set.of());

  public PaymentRules {
    stampDutyCodes = Set.copyOf(stampDutyCodes);
  }
}
