package dev.poscart.domain.sale;

import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Transaction;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The payments of a return. They must add up to the value of the goods; tenders in cash may state
 * either that value or the rounded cash paid out for it.
 */
final class ReturnPayments {

  private final PaymentRules rules;
  private final RefundMethods methods;
  private final Transaction sale;
  private final List<Transaction> earlier;

  /**
   * @param earlier the returns of the sale that were not voided
   */
  ReturnPayments(
      PaymentRules rules, RefundMethods methods, Transaction sale, List<Transaction> earlier) {
    this.rules = rules;
    this.methods = methods;
    this.sale = sale;
    this.earlier = earlier;
  }

  /**
   * The part of a return that is refunded in cash.
   *
   * @param worth the value it settles
   * @param handedOut the cash paid out for it
   */
  private record CashPart(Money worth, Money handedOut) {

    Money rounding() {
      return handedOut.minus(worth);
    }
  }

  /** The payments of a return of goods with this value. */
  Refund of(Money owed, List<Tender> tenders) {
    tenders.forEach(methods::checkRefundable);
    List<Tender> cash = tenders.stream().filter(methods::isCash).toList();
    CashPart part = cashPart(owed, tenders);
    checkSum(owed, tenders, cash, part);
    List<Payment> payments = payments(tenders, cash.size(), part);
    if (rules.refundTo() == RefundTo.SALE) {
      payments.forEach(payment -> checkLeft(payment.paymentCode(), payments));
    }
    // Without a tender in cash, nothing is paid out for this part.
    return new Refund(payments, part.rounding());
  }

  private CashPart cashPart(Money owed, List<Tender> tenders) {
    List<Tender> others = tenders.stream().filter(tender -> !methods.isCash(tender)).toList();
    Money worth = owed.minus(Money.sum(others, Tender::amount));
    return new CashPart(worth, handedOut(worth));
  }

  /**
   * The cash paid out, chosen so that all returns of a sale together are rounded once: it corrects
   * the rounding of earlier returns, by less than a yen.
   */
  private Money handedOut(Money worth) {
    CashRounding rounding = rules.cashRounding();
    if (rounding.canBeHandedOver(worth)) {
      return worth;
    }
    Money before = Money.sum(earlier, entry -> entry.sales().cashRounding());
    Money min = worth.rounded(0, RoundingMode.FLOOR);
    Money max = worth.rounded(0, RoundingMode.CEILING);
    Money due = rounding.due(worth.minus(before));
    return min.isGreaterThan(due) ? min : max.min(due);
  }

  private void checkSum(Money owed, List<Tender> tenders, List<Tender> cash, CashPart part) {
    Money given = Money.sum(cash, Tender::amount);
    boolean asHandedOut =
        given.equals(part.handedOut())
            && !part.worth().isNegative()
            && cash.stream().allMatch(this::canBeHandedOut);
    if (!given.equals(part.worth()) && !asHandedOut) {
      throw new Refused(
          Refusal.INVALID_VALUE,
          "Payments sum to "
              + Money.sum(tenders, Tender::amount)
              + " (expected: "
              + owed
              + (part.rounding().isZero()
                  ? ")"
                  : "; with cash as it is handed out: " + owed.plus(part.rounding()) + ")"));
    }
  }

  private boolean canBeHandedOut(Tender tender) {
    return rules.cashRounding().canBeHandedOver(tender.amount());
  }

  /** The last tender in cash settles what the other ones in cash leave, and takes the rounding. */
  private List<Payment> payments(List<Tender> tenders, int tendersInCash, CashPart part) {
    List<Payment> payments = new ArrayList<>();
    Money worth = part.worth();
    int left = tendersInCash;
    for (Tender tender : tenders) {
      boolean cash = methods.isCash(tender);
      boolean last = cash && --left == 0;
      Money amount = last ? worth : tender.amount();
      worth = cash ? worth.minus(amount) : worth;
      payments.add(
          methods.payment(
              payments.size() + 1,
              tender,
              amount,
              Money.ZERO,
              last ? part.rounding() : Money.ZERO));
    }
    return payments;
  }

  private void checkLeft(String code, List<Payment> payments) {
    Money left = paid(sale.payments(), code);
    for (Transaction before : earlier) {
      left = left.minus(paid(before.payments(), code));
    }
    Money back = paid(payments, code);
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

  private static Money paid(List<Payment> payments, String code) {
    return Money.sum(
        payments.stream().filter(payment -> payment.paymentCode().equals(code)).toList(),
        Payment::amount);
  }
}
