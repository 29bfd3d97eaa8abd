package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.ReceiptLine.split;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.Transaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was paid, or paid back: cash of one code as one sum, every other tender by itself. Money
 * that goes the other way than in a sale has words of its own, because none was received and no
 * change was given for it.
 */
final class PaymentSection {

  private PaymentSection() {}

  static List<ReceiptLine> of(Transaction transaction) {
    List<Payment> entries = entries(transaction.payments());
    return switch (transaction.type()) {
      case SALE -> transaction.sales().cancelled() ? undone("お支払取消額", entries) : taken(entries);
      case RETURN -> undone("ご返金額", entries);
      case VOID_SALE -> undone("お支払取消額", entries);
      case VOID_RETURN -> undone("ご返金取消額", entries);
    };
  }

  private static List<Payment> entries(List<Payment> payments) {
    List<Payment> entries = new ArrayList<>();
    payments.forEach(payment -> merge(entries, payment));
    entries.sort(Comparator.comparing(Payment::paymentCode));
    return entries.stream().filter(entry -> entry.amount().isPositive()).toList();
  }

  private static void merge(List<Payment> entries, Payment payment) {
    for (int i = 0; i < entries.size(); i++) {
      Payment entry = entries.get(i);
      if (payment.kind() == PaymentKind.CASH
          && entry.kind() == PaymentKind.CASH
          && entry.paymentCode().equals(payment.paymentCode())) {
        entries.set(i, sum(entry, payment));
        return;
      }
    }
    entries.add(payment);
  }

  private static Payment sum(Payment first, Payment second) {
    return new Payment(
        first.paymentNo(),
        first.paymentCode(),
        first.kind(),
        first.name(),
        first.deposit().plus(second.deposit()),
        first.amount().plus(second.amount()),
        first.detail());
  }

  private static List<ReceiptLine> taken(List<Payment> entries) {
    return entries.stream().flatMap(PaymentSection::taken).toList();
  }

  private static Stream<ReceiptLine> taken(Payment payment) {
    if (payment.kind() != PaymentKind.CASH) {
      return Stream.of(paid(payment));
    }
    return Stream.of(
        split("お預り", yen(payment.deposit())),
        split("お釣り", yen(payment.change())),
        ReceiptLine.BORDER,
        paid(payment));
  }

  private static List<ReceiptLine> undone(String heading, List<Payment> entries) {
    if (entries.isEmpty()) {
      return List.of();
    }
    Money sum = entries.stream().map(Payment::amount).reduce(Money.ZERO, Money::plus);
    List<ReceiptLine> lines = new ArrayList<>();
    lines.add(split(heading, yen(sum)));
    lines.add(ReceiptLine.BORDER);
    entries.forEach(payment -> lines.add(paid(payment)));
    return lines;
  }

  private static ReceiptLine paid(Payment payment) {
    return split(payment.name(), yen(payment.amount()));
  }

  private static String yen(Money money) {
    return Figures.yen(money) + "  ";
  }
}
