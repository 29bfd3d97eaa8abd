package dev.poscart.adapters.envelope;

import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.PaymentKind;
import java.util.Optional;

/**
 * Writes and reads payments. Kugelpos knows the kind of a payment by its code alone, and neither
 * surplus nor rounding; these are written only if they differ.
 */
final class PaymentForm {

  private static final String KIND = "payment_kind";
  private static final String SURPLUS = "surplus_amount";
  private static final String CASH_ROUNDING = "cash_rounding_amount";

  private PaymentForm() {}

  static void write(DocumentWriter document, Payment payment) {
    document.put("amount", payment.amount());
    if (!payment.cashRounding().isZero()) {
      document.put(CASH_ROUNDING, payment.cashRounding());
    }
    document
        .put("deposit_amount", payment.tenderedAmount())
        .put("description", payment.name())
        .put("detail", payment.detail())
        .put("payment_code", payment.paymentCode());
    if (payment.kind() != usualKind(payment.paymentCode())) {
      document.put(KIND, WireWords.of(WireWords.PAYMENT, payment.kind()));
    }
    document.put("payment_no", payment.paymentNo());
    if (!payment.surplus().isZero()) {
      document.put(SURPLUS, payment.surplus());
    }
  }

  static Payment read(DocumentFields fields) throws MalformedEnvelopeException {
    String code = fields.text("payment_code");
    Optional<String> kind = fields.optionalText(KIND);
    return new Payment(
        fields.count("payment_no"),
        code,
        kind.isPresent() ? fields.choice(KIND, WireWords.PAYMENT) : usualKind(code),
        fields.textOr("description", ""),
        fields.money("deposit_amount"),
        fields.money("amount"),
        fields.money(SURPLUS),
        fields.money(CASH_ROUNDING),
        fields.optionalText("detail"));
  }

  private static PaymentKind usualKind(String paymentCode) {
    return PaymentKind.ofUsualCode(paymentCode).orElse(PaymentKind.OTHER);
  }
}
