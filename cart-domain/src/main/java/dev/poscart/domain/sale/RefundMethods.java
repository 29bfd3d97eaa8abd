package dev.poscart.domain.sale;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.OverTender;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import java.util.Map;

/** The payment methods used for a refund. */
final class RefundMethods {

  private final TenderRules rules;
  private final Map<String, PaymentMethod> methods;

  RefundMethods(TenderRules rules, Map<String, PaymentMethod> methods) {
    this.rules = rules;
    this.methods = methods;
  }

  /**
   * Checks that the payment method of a tender can be used for refunds.
   *
   * @throws Refused with {@link Refusal#NOT_FOUND} or {@link Refusal#REFUND_NOT_ALLOWED}
   */
  void checkRefundable(Tender tender) {
    rules.behaviourOf(find(tender)).checkRefundable(tender);
  }

  /**
   * Whether a tender is cash.
   *
   * @throws Refused with {@link Refusal#NOT_FOUND}
   */
  boolean isCash(Tender tender) {
    return find(tender).kind().isCash();
  }

  /** A refund counts as handed over only for methods that give change, that is, cash. */
  Payment payment(int paymentNo, Tender tender, Money amount, Money surplus, Money cashRounding) {
    PaymentMethod method = find(tender);
    boolean counts = method.overTender() == OverTender.CHANGE;
    return new Payment(
        paymentNo,
        tender.paymentCode(),
        method.kind(),
        method.description(),
        counts ? amount.plus(cashRounding) : Money.ZERO,
        amount,
        surplus,
        cashRounding,
        tender.detail());
  }

  private PaymentMethod find(Tender tender) {
    PaymentMethod method = methods.get(tender.paymentCode());
    if (method == null) {
      throw new Refused(
          Refusal.NOT_FOUND,
          "Payment method not found: ",
          Subject.paymentMethod(tender.paymentCode()));
    }
    return method;
  }
}
