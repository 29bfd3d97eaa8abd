package dev.poscart.domain.sale;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Money that goes back. A void undoes the payments as they were; a return may pay otherwise. */
final class RefundTenders {

  private final Map<String, PaymentMethod> methods;

  RefundTenders(Map<String, PaymentMethod> methods) {
    this.methods = methods;
  }

  List<Payment> ofVoid(Transaction original, List<Tender> tenders) {
    List<Payment> payments = new ArrayList<>();
    for (Tender tender : tenders) {
      checkAsPaid(original, tender);
      payments.add(payment(payments.size() + 1, tender));
    }
    checkSum(tenders, original.sales().totalWithTax());
    return payments;
  }

  List<Payment> ofReturn(SalePart part, List<Tender> tenders) {
    List<Payment> payments = new ArrayList<>();
    for (Tender tender : tenders) {
      payments.add(payment(payments.size() + 1, tender));
    }
    checkSum(tenders, part.owed());
    return payments;
  }

  private static void checkAsPaid(Transaction original, Tender tender) {
    List<Money> paid =
        original.payments().stream()
            .filter(payment -> payment.paymentCode().equals(tender.paymentCode()))
            .map(Payment::amount)
            .toList();
    if (paid.isEmpty()) {
      throw new Refused(
          Refusal.INVALID_VALUE,
          "Payment method " + tender.paymentCode() + " does not occur in the transaction");
    }
    Money sum = paid.stream().reduce(Money.ZERO, Money::plus);
    if (!sum.equals(tender.amount())) {
      throw new Refused(
          Refusal.INVALID_VALUE,
          "Void of "
              + tender.amount()
              + " by payment method "
              + tender.paymentCode()
              + " (expected: "
              + sum
              + ")");
    }
  }

  /** What went back counts as handed over only where change is given, which is for cash. */
  private Payment payment(int paymentNo, Tender tender) {
    PaymentMethod method = methods.get(tender.paymentCode());
    if (method == null) {
      throw new Refused(
          Refusal.NOT_FOUND, "Payment method not found: payment_code->" + tender.paymentCode());
    }
    return new Payment(
        paymentNo,
        tender.paymentCode(),
        method.kind(),
        method.description(),
        method.canDepositOver() && method.canChange() ? tender.amount() : Money.ZERO,
        tender.amount(),
        tender.detail());
  }

  private static void checkSum(List<Tender> tenders, Money owed) {
    Money sum = tenders.stream().map(Tender::amount).reduce(Money.ZERO, Money::plus);
    if (!sum.equals(owed)) {
      throw new Refused(
          Refusal.INVALID_VALUE, "Payments sum to " + sum + " (expected: " + owed + ")");
    }
  }
}
