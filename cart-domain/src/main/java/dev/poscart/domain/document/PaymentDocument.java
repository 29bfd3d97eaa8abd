package dev.poscart.domain.document;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.PaymentKind;
import java.util.Map;

/** Converts payments. */
final class PaymentDocument {

  private PaymentDocument() {}

  static Map<String, Object> write(Payment payment) {
    return new DocumentBuilder()
        .put("payment_no", payment.paymentNo())
        .put("payment_code", payment.paymentCode())
        .put("deposit_amount", payment.tenderedAmount())
        .put("amount", payment.amount())
        .putUnlessZero("surplus_amount", payment.surplus())
        .putUnlessZero("cash_rounding_amount", payment.cashRounding())
        .put("description", payment.name())
        .put("detail", payment.detail())
        .put("payment_kind", payment.kind())
        .make();
  }

  /** Kugelpos's documents have the code alone. */
  private static PaymentKind kind(DocumentReader document) {
    return document
        .choiceIfAny("payment_kind", PaymentKind.class)
        .orElseGet(
            () -> PaymentKind.ofUsualCode(document.text("payment_code")).orElse(PaymentKind.OTHER));
  }

  static Payment read(DocumentReader document) {
    return new Payment(
        document.integer("payment_no"),
        document.text("payment_code"),
        kind(document),
        document.text("description"),
        document.money("deposit_amount"),
        document.money("amount"),
        document.optionalMoney("surplus_amount").orElse(Money.ZERO),
        document.optionalMoney("cash_rounding_amount").orElse(Money.ZERO),
        document.optionalText("detail"));
  }
}
