package dev.poscart.app.config;

import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.sale.PaymentRules;
import dev.poscart.domain.sale.RefundTo;
import dev.poscart.domain.sale.TenderRules;
import java.util.Map;
import java.util.Set;

/** What an operator says about tenders. */
final class PaymentValues {

  private PaymentValues() {}

  /**
   * Reads and checks.
   *
   * @param fromProfile whether the payment methods are those of a store profile, whose flags were
   *     written for this service; those of others were kept where kugelpos ignores them
   */
  static PaymentRules read(VariableReader variables, boolean fromProfile) {
    TenderRules defaultValue = fromProfile ? TenderRules.FLAGS : TenderRules.KIND;
    return new PaymentRules(
        variables
            .choice(
                Variable.TENDER_RULES, Map.of("flags", TenderRules.FLAGS, "kind", TenderRules.KIND))
            .orElse(defaultValue),
        variables
            .choice(Variable.REFUND_TO, Map.of("any", RefundTo.ANY, "sale", RefundTo.SALE))
            .orElseThrow(),
        variables
            .choice(
                Variable.CASH_ROUNDING, Map.of("none", CashRounding.NONE, "yen", CashRounding.YEN))
            .orElseThrow(),
        Set.copyOf(variables.list(Variable.STAMP_DUTY_PAYMENT_CODES)));
  }
}
