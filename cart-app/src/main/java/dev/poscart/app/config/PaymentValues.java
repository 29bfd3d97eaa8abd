package dev.poscart.app.config;

import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.sale.PaymentRules;
import dev.poscart.domain.sale.RefundTo;
import dev.poscart.domain.sale.TenderRules;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the payment rules. */
final class PaymentValues {

  private static final Pattern CODES = Pattern.compile("[^\\s,;]+( *, *[^\\s,;]+)*");

  private PaymentValues() {}

  /**
   * Reads the payment rules.
   *
   * @param fromProfile whether payment methods come from a store profile. Its flags were written
   *     for this service, so they apply by default; those of other sources come from kugelpos,
   *     which ignores them
   */
  static PaymentRules read(VariableReader variables, boolean fromProfile) {
    KugelposTables.checkStampDuties(variables);
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
        stampDutyCodes(variables));
  }

  /**
   * Strict, because a mistyped code would silently leave receipts without the stamp duty they owe.
   */
  private static Set<String> stampDutyCodes(VariableReader variables) {
    Optional<String> given = variables.optional(Variable.STAMP_DUTY_PAYMENT_CODES);
    if (given.isPresent() && !CODES.matcher(given.get()).matches()) {
      throw variables.wrong(
          Variable.STAMP_DUTY_PAYMENT_CODES, "payment codes separated by commas, such as 01,12");
    }
    return Set.copyOf(variables.list(Variable.STAMP_DUTY_PAYMENT_CODES));
  }
}
