package dev.poscart.domain.sale;

import dev.poscart.domain.model.CashRounding;
import java.util.Set;

/**
 * The operator's choices for payments.
 *
 * @param tenderRules what decides how a payment method behaves
 * @param refundTo which payment methods may refund a return
 * @param cashRounding for new carts and for returns; a cart keeps that of its creation, a void that
 *     of its original
 * @param stampDutyCodes payment codes that count towards stamp duty; empty: those of the cash kind
 */
public record PaymentRules(
    TenderRules tenderRules,
    RefundTo refundTo,
    CashRounding cashRounding,
    Set<String> stampDutyCodes) {

  /** The rules of kugelpos. */
  public static final PaymentRules DEFAULT =
      new PaymentRules(TenderRules.KIND, RefundTo.ANY, CashRounding.NONE, Set.of());

  public PaymentRules {
    stampDutyCodes = Set.copyOf(stampDutyCodes);
  }
}
