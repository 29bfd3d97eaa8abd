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

/** How it was paid: cash of one code as one sum with its change, every other tender by itself. */
final class PaymentSection {

  private PaymentSection() {}

  static List<ReceiptLine> of(Transaction transaction) {
    List<Payment> entries = new ArrayList<>();
    transaction.payments().forEach(payment -> merge(entries, payment));
    entries.sort(Comparator.comparing(Payment::paymentCode));
    return entries.stream()
        .filter(entry -> entry.amount().isPositive())
        .flatMap(PaymentSection::entry)
        .toList();
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

  private static Stream<ReceiptLine> entry(Payment payment) {
    ReceiptLine paid = split(payment.name(), yen(payment.amount()));
    if (payment.kind() != PaymentKind.CASH) {
      return Stream.of(paid);
    }
    return Stream.of(
        split("お預り", yen(payment.deposit())),
        split("お釣り", yen(payment.change())),
        ReceiptLine.BORDER,
        paid);
  }

  private static String yen(Money money) {
    return Figures.yen(money) + "  ";
  }
}
