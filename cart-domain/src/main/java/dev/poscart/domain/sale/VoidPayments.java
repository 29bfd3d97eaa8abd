package dev.poscart.domain.sale;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import java.util.ArrayList;
import java.util.List;

/** The payments of a void, which repeat those of the original with their surplus and rounding. */
final class VoidPayments {

  private final RefundMethods methods;
  private final Transaction original;

  VoidPayments(RefundMethods methods, Transaction original) {
    this.methods = methods;
    this.original = original;
  }

  /**
   * The payments of the void. On the business day of the sale the void reverses a charge; later it
   * is a refund, and only then must the payment methods allow refunds.
   *
   * @param businessDate of the till that voids
   * @param tenders each payment code of the original once, with the sum paid by it; for cash that
   *     was rounded, the sum handed over is accepted too
   */
  Refund of(String businessDate, List<Tender> tenders) {
    boolean sameDay = original.session().businessDate().equals(businessDate);
    boolean refund = original.type() == TransactionType.SALE && !sameDay;
    List<Payment> payments = new ArrayList<>();
    for (Tender tender : tenders) {
      payments.add(undone(payments.size() + 1, tender, refund));
    }
    checkAll(payments);
    return new Refund(payments, original.sales().cashRounding());
  }

  private Payment undone(int paymentNo, Tender tender, boolean refund) {
    List<Payment> paid =
        original.payments().stream()
            .filter(payment -> payment.paymentCode().equals(tender.paymentCode()))
            .toList();
    Money amount = Money.sum(paid, Payment::amount);
    checkAsPaid(tender, paid, amount);
    if (refund) {
      methods.checkRefundable(tender);
    }
    return methods.payment(
        paymentNo,
        tender,
        amount,
        Money.sum(paid, Payment::surplus),
        Money.sum(paid, Payment::cashRounding));
  }

  private static void checkAsPaid(Tender tender, List<Payment> paid, Money amount) {
    if (paid.isEmpty()) {
      throw new Refused(
          Refusal.INVALID_VALUE,
          "Payment method " + tender.paymentCode() + " does not occur in the transaction");
    }
    Money handedOver = Money.sum(paid, Payment::settlement);
    if (!tender.amount().equals(amount) && !tender.amount().equals(handedOver)) {
      throw new Refused(
          Refusal.INVALID_VALUE,
          "Void of "
              + tender.amount()
              + " by payment method "
              + tender.paymentCode()
              + " (expected: "
              + amount
              + (handedOver.equals(amount) ? ")" : ", or " + handedOver + " in cash)"));
    }
  }

  /** No payment of the original is missing or repeated. */
  private void checkAll(List<Payment> payments) {
    Money sum = Money.sum(payments, Payment::amount);
    Money paid = Money.sum(original.payments(), Payment::amount);
    if (!sum.equals(paid)) {
      throw new Refused(
          Refusal.INVALID_VALUE, "Payments sum to " + sum + " (expected: " + paid + ")");
    }
  }
}
