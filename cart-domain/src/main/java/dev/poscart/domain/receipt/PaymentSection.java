package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.ReceiptLine.split;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.Transaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The payments or refunds: cash of one code as one sum, every other tender separately. Refunds have
 * different labels from payments, because nothing was received and no change was given.
 */
final class PaymentSection {

  private PaymentSection() {}

  static List<ReceiptLine> of(Transaction transaction) {
    List<Payment> entries = entries(transaction.payments());
    List<ReceiptLine> lines = new ArrayList<>(rounding(transaction.sales().cashRounding()));
    lines.addAll(
        switch (transaction.type()) {
          case SALE -> transaction.sales().cancelled() ? undone("お支払取消額", entries) : taken(entries);
          case RETURN -> undone("ご返金額", entries);
          case VOID_SALE -> undone("お支払取消額", entries);
          case VOID_RETURN -> undone("ご返金取消額", entries);
        });
    return lines;
  }

  /** The difference between the total above and what changes hands. */
  private static List<ReceiptLine> rounding(Money rounding) {
    return rounding.isZero() ? List.of() : List.of(split("現金端数調整", yen(rounding)));
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
      if (payment.kind().isCash()
          && entry.kind().isCash()
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
        first.tenderedAmount().plus(second.tenderedAmount()),
        first.amount().plus(second.amount()),
        first.surplus().plus(second.surplus()),
        first.cashRounding().plus(second.cashRounding()),
        first.detail());
  }

  private static List<ReceiptLine> taken(List<Payment> entries) {
    return entries.stream().flatMap(PaymentSection::taken).toList();
  }

  private static Stream<ReceiptLine> taken(Payment payment) {
    if (payment.kind().isCash()) {
      Stream<ReceiptLine> drawer =
          Stream.of(
              split("お預り", yen(payment.tenderedAmount())),
              split("お釣り", yen(payment.changeDue())),
              ReceiptLine.BORDER);
      return Stream.concat(drawer, paid(payment));
    }
    if (payment.changeDue().isPositive()) {
      Stream<ReceiptLine> givenBack =
          Stream.of(
              split("  (お預り", bracketed(payment.tenderedAmount())),
              split("  (お釣り", bracketed(payment.changeDue())));
      return Stream.concat(paid(payment), givenBack);
    }
    return paid(payment);
  }

  private static List<ReceiptLine> undone(String heading, List<Payment> entries) {
    if (entries.isEmpty()) {
      return List.of();
    }
    Money sum = Money.sum(entries, Payment::settlement);
    List<ReceiptLine> lines = new ArrayList<>();
    lines.add(split(heading, yen(sum)));
    lines.add(ReceiptLine.BORDER);
    entries.stream().flatMap(PaymentSection::paid).forEach(lines::add);
    return lines;
  }

  /** The amount that settles the sale; also the face value of a voucher whose rest is kept. */
  private static Stream<ReceiptLine> paid(Payment payment) {
    ReceiptLine paid = split(payment.name(), yen(payment.amount()));
    if (payment.surplus().isZero()) {
      return Stream.of(paid);
    }
    return Stream.of(
        paid,
        split("  (額面", bracketed(payment.amount().plus(payment.surplus()))),
        split("  (お釣りなし", bracketed(payment.surplus())));
  }

  private static String yen(Money money) {
    return Figures.yen(money) + "  ";
  }

  private static String bracketed(Money money) {
    return Figures.yen(money) + ")  ";
  }
}
