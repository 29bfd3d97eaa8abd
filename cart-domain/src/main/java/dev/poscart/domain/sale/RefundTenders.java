package dev.poscart.domain.sale;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.OverTender;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Money that goes back. A void undoes the payments as they were; a return may pay otherwise. */
final class RefundTenders {

  private final PaymentRules rules;
  private final Map<String, PaymentMethod> methods;

  RefundTenders(PaymentRules rules, Map<String, PaymentMethod> methods) {
    this.rules = rules;
    this.methods = methods;
  }

  /**
   * The payments of a void. Undoing a sale on its own business day moves no money back to the
   * customer's account, on a later day it does; so only then the method has to take refunds.
   */
  List<Payment> ofVoid(Transaction original, String businessDate, List<Tender> tenders) {
    boolean refunds =
        original.type() == TransactionType.SALE
            && !original.session().businessDate().equals(businessDate);
    List<Payment> payments = new ArrayList<>();
    for (Tender tender : tenders) {
      List<Payment> paid = paid(original, tender.paymentCode());
      checkAsPaid(tender, paid);
      PaymentMethod method = method(tender);
      if (refunds) {
        rules.tenderRules().behaviourOf(method).checkRefundable(tender);
      }
      payments.add(payment(payments.size() + 1, tender, method, sum(paid, Payment::surplus)));
    }
    checkSum(tenders, original.sales().totalWithTax());
    return payments;
  }

  /**
   * The payments of a return.
   *
   * @param earlier the sale's returns that stand
   */
  List<Payment> ofReturn(
      Transaction sale, List<Transaction> earlier, SalePart part, List<Tender> tenders) {
    List<Payment> payments = new ArrayList<>();
    for (Tender tender : tenders) {
      PaymentMethod method = method(tender);
      rules.tenderRules().behaviourOf(method).checkRefundable(tender);
      payments.add(payment(payments.size() + 1, tender, method, Money.ZERO));
    }
    checkSum(tenders, part.owed());
    if (rules.refundTo() == RefundTo.SALE) {
      payments.forEach(payment -> checkLeft(payment.paymentCode(), sale, earlier, payments));
    }
    return payments;
  }

  private static void checkLeft(
      String code, Transaction sale, List<Transaction> earlier, List<Payment> payments) {
    Money left = sum(paid(sale, code), Payment::amount);
    for (Transaction before : earlier) {
      left = left.minus(sum(paid(before, code), Payment::amount));
    }
    Money back = sum(ofCode(payments, code), Payment::amount);
    if (back.isGreaterThan(left)) {
      throw new Refused(
          Refusal.REFUND_EXCEEDS_PAYMENT,
          "Refund of "
              + back
              + " by payment method "
              + code
              + " (expected: <= "
              + left
              + ", what the sale was paid with it and is not yet paid back)");
    }
  }

  private static void checkAsPaid(Tender tender, List<Payment> paid) {
    if (paid.isEmpty()) {
      throw new Refused(
          Refusal.INVALID_VALUE,
          "Payment method " + tender.paymentCode() + " does not occur in the transaction");
    }
    Money sum = sum(paid, Payment::amount);
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

  private PaymentMethod method(Tender tender) {
    PaymentMethod method = methods.get(tender.paymentCode());
    if (method == null) {
      throw new Refused(
          Refusal.NOT_FOUND, "Payment method not found: payment_code->" + tender.paymentCode());
    }
    return method;
  }

  /** What went back counts as handed over only where change is given, which is for cash. */
  private static Payment payment(
      int paymentNo, Tender tender, PaymentMethod method, Money surplus) {
    return new Payment(
        paymentNo,
        tender.paymentCode(),
        method.kind(),
        method.description(),
        method.overTender() == OverTender.CHANGE ? tender.amount() : Money.ZERO,
        tender.amount(),
        surplus,
        tender.detail());
  }

  private static void checkSum(List<Tender> tenders, Money owed) {
    Money sum = tenders.stream().map(Tender::amount).reduce(Money.ZERO, Money::plus);
    if (!sum.equals(owed)) {
      throw new Refused(
          Refusal.INVALID_VALUE, "Payments sum to " + sum + " (expected: " + owed + ")");
    }
  }

  private static List<Payment> paid(Transaction transaction, String code) {
    return ofCode(transaction.payments(), code);
  }

  private static List<Payment> ofCode(List<Payment> payments, String code) {
    return payments.stream().filter(payment -> payment.paymentCode().equals(code)).toList();
  }

  private static Money sum(List<Payment> payments, Function<Payment, Money> figure) {
    return payments.stream().map(figure).reduce(Money.ZERO, Money::plus);
  }
}
