package dev.poscart.domain.usecase.audit;

import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.Origin;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Verifies a reversal against its sale and the earlier reversals of that sale. */
final class ReversedSale {

  private final List<Transaction> earlier;
  private final Set<LogPosition> voided = new HashSet<>();

  private ReversedSale(List<Transaction> earlier) {
    this.earlier = earlier;
    for (Transaction one : earlier) {
      if (one.type() != TransactionType.RETURN) {
        one.origin().map(Origin::position).ifPresent(voided::add);
      }
    }
  }

  /**
   * What is wrong with a reversal.
   *
   * @param original the transaction it reverses
   * @param sale the sale concerned
   * @param earlier the reversals with lower places
   */
  static List<String> problems(
      Transaction reversal,
      Transaction original,
      Optional<Transaction> sale,
      int place,
      List<Transaction> earlier) {
    List<String> problems = new ArrayList<>();
    if (earlier.size() != place - 1) {
      problems.add(
          "earlier reversals of the sale: " + earlier.size() + " (expected: " + (place - 1) + ")");
    }
    ReversedSale history = new ReversedSale(earlier);
    if (history.voided.contains(original.position())) {
      problems.add("reverses a transaction that was voided before");
    }
    if (reversal.type() == TransactionType.RETURN) {
      sale.ifPresent(sold -> history.checkReturn(reversal, sold, problems));
    } else {
      history.checkVoid(reversal, original, problems);
    }
    return problems;
  }

  private void checkVoid(Transaction reversal, Transaction original, List<String> problems) {
    BigDecimal worth = original.sales().totalWithTax().amount();
    BigDecimal back = reversal.sales().totalWithTax().amount();
    expectSame("", back, worth, problems);
    expectSame("surplus", surplus(reversal), surplus(original), problems);
    expectSame("cash rounding", rounding(reversal), rounding(original), problems);
    if (original.type() == TransactionType.SALE && !returns().isEmpty()) {
      problems.add("voids a sale with earlier returns");
    }
  }

  private void checkReturn(Transaction reversal, Transaction sale, List<String> problems) {
    for (LineItem line : reversal.lines()) {
      int left = quantity(sale, line.lineNo());
      for (Transaction before : returns()) {
        left -= quantity(before, line.lineNo());
      }
      int back = line.cancelled() ? 0 : line.quantity();
      if (back > left) {
        problems.add(
            "returns " + back + " of line " + line.lineNo() + " (expected: <= " + left + ")");
      }
    }
    BigDecimal left = sale.sales().totalWithTax().amount();
    for (Transaction before : returns()) {
      left = left.subtract(before.sales().totalWithTax().amount());
    }
    BigDecimal back = reversal.sales().totalWithTax().amount();
    if (back.compareTo(left) > 0) {
      problems.add("returns " + plain(back) + " (expected: <= " + plain(left) + ")");
    }
    checkRounding(reversal, problems);
  }

  /** All returns together are rounded once, unless one of them was voided. */
  private void checkRounding(Transaction reversal, List<String> problems) {
    BigDecimal together =
        returns().stream().map(ReversedSale::rounding).reduce(rounding(reversal), BigDecimal::add);
    if (voided.isEmpty() && together.abs().compareTo(PaymentCheck.HALF_A_YEN) > 0) {
      problems.add("cash rounding of all returns: " + plain(together) + " (expected: at most 0.5)");
    }
  }

  private List<Transaction> returns() {
    return earlier.stream()
        .filter(one -> one.type() == TransactionType.RETURN && !voided.contains(one.position()))
        .toList();
  }

  private static int quantity(Transaction transaction, int lineNo) {
    return transaction.lines().stream()
        .filter(line -> line.lineNo() == lineNo && !line.cancelled())
        .mapToInt(LineItem::quantity)
        .sum();
  }

  private static BigDecimal surplus(Transaction transaction) {
    return transaction.payments().stream()
        .map(payment -> payment.surplus().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal rounding(Transaction transaction) {
    return transaction.sales().cashRounding().amount();
  }

  private static void expectSame(
      String figure, BigDecimal found, BigDecimal expected, List<String> problems) {
    if (found.compareTo(expected) != 0) {
      String what = figure.isEmpty() ? "" : "a " + figure + " of ";
      problems.add("voids " + what + plain(found) + " (expected: " + plain(expected) + ")");
    }
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
