package dev.poscart.domain.usecase.audit;

import static dev.poscart.domain.usecase.audit.FigureCheck.amount;
import static dev.poscart.domain.usecase.audit.FigureCheck.plain;
import static dev.poscart.domain.usecase.audit.FigureCheck.sum;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.Sales;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** Verifies the payments of one transaction: tendered amounts, change, surplus and rounding. */
final class PaymentCheck {

  /** The maximum effect of rounding to whole yen. */
  static final BigDecimal HALF_A_YEN = new BigDecimal("0.5");

  private final Transaction transaction;
  private final Sales sales;
  private final List<String> problems;

  PaymentCheck(Transaction transaction, List<String> problems) {
    this.transaction = transaction;
    this.sales = transaction.sales();
    this.problems = problems;
  }

  void run() {
    BigDecimal ofPayments = total(Payment::cashRounding);
    BigDecimal letGo = ofPayments.subtract(amount(sales.cashRounding()));
    checkSettled(letGo);
    checkChange(ofPayments);
    checkRounding(letGo);
  }

  /** A cancelled sale may have been paid in part or not at all. */
  private void checkSettled(BigDecimal letGo) {
    if (!sales.cancelled()) {
      expect("payments", total(Payment::amount).add(letGo), amount(sales.totalWithTax()));
    }
  }

  private void checkChange(BigDecimal rounding) {
    BigDecimal surplus = total(Payment::surplus);
    BigDecimal kept = total(Payment::amount).add(surplus).add(rounding);
    boolean sale = transaction.type() == TransactionType.SALE;
    expect(
        "change",
        amount(sales.change()),
        sale ? total(Payment::tenderedAmount).subtract(kept) : BigDecimal.ZERO);
    if (transaction.type() == TransactionType.RETURN) {
      expect("surplus", surplus, BigDecimal.ZERO);
    }
  }

  /**
   * All cash of a sale is rounded once. A return also corrects the rounding of earlier returns, so
   * it may differ by more, but always by less than a yen.
   */
  private void checkRounding(BigDecimal letGo) {
    boolean sale = transaction.type() == TransactionType.SALE;
    BigDecimal limit = sale ? HALF_A_YEN : BigDecimal.ONE;
    BigDecimal rounding = amount(sales.cashRounding());
    if (rounding.abs().compareTo(limit) > 0) {
      problems.add(
          "cash rounding: " + plain(rounding) + " (expected: at most " + plain(limit) + ")");
    }
    boolean mayBeLetGo = !sales.cancelled() && letGo.signum() > 0 && letGo.compareTo(limit) < 0;
    if (letGo.signum() != 0 && !mayBeLetGo) {
      problems.add(
          "waived balance: " + plain(letGo) + " (expected: an amount that rounds to no cash)");
    }
    List<Payment> cash = transaction.payments().stream().filter(p -> p.kind().isCash()).toList();
    BigDecimal settled = sum(cash, payment -> amount(payment.settlement()));
    boolean rounded = cash.stream().anyMatch(payment -> !payment.cashRounding().isZero());
    if (rounded && settled.stripTrailingZeros().scale() > 0) {
      problems.add("cash: " + plain(settled) + " (expected: whole yen, because cash is rounded)");
    }
  }

  private BigDecimal total(Function<Payment, Money> figure) {
    return sum(transaction.payments(), payment -> amount(figure.apply(payment)));
  }

  private void expect(String figure, BigDecimal found, BigDecimal expected) {
    FigureCheck.expect(problems, figure, found, expected);
  }
}
