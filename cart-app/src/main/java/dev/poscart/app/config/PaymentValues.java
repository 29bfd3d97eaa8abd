package dev.poscart.app.config;

import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.sale.PaymentRules;
import dev.poscart.domain.sale.RefundTo;
import dev.poscart.domain.sale.TenderRules;
import java.util.Map;
import java.util.Set;

/** Reads the payment rules. */
final class PaymentValues {

  private PaymentValues() {}

  /**
   * Reads the payment rules.
   *
   * @param fromProfile whether payment methods come from a store profile. Its flags were written
   *     for this service, so they apply by default; those of other sources come from kugelpos,
   *     which ignores them
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
