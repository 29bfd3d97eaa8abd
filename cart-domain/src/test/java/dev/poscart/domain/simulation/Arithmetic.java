package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Recalculates a transaction in hundredths of a yen, independently of the code that made it. */
final class Arithmetic {

  private Arithmetic() {}

  /** Hundredths of a yen. */
  static long sen(Money money) {
    return money.amount().movePointRight(2).longValueExact();
  }

  static void check(Violations violations, Transaction entry) {
    long lines = 0;
    Map<String, Long> targets = new HashMap<>();
    for (LineItem line : entry.lines()) {
      if (!line.cancelled()) {
        long amount = sen(line.unitPrice()) * line.quantity() - discounts(line.discounts());
        violations.expect(amount == sen(line.amount()) && amount >= 0, "a line adds up", line);
        lines += amount;
        targets.merge(line.item().taxCode(), amount - discounts(line.allocated()), Long::sum);
      }
    }
    long allocated =
        entry.lines().stream()
            .filter(line -> !line.cancelled())
            .mapToLong(line -> discounts(line.allocated()))
            .sum();
    long subtotal = discounts(entry.subtotalDiscounts());
    violations.expect(allocated == subtotal, "subtotal discounts are spread over lines", entry);
    long external = taxes(violations, entry, targets);
    violations.expect(
        sen(entry.sales().total()) == lines - subtotal
            && sen(entry.sales().externalTax()) == external
            && sen(entry.sales().totalWithTax()) == lines - subtotal + external,
        "lines, discounts and taxes sum to the total",
        entry);
    payments(violations, entry);
  }

  private static long taxes(Violations violations, Transaction entry, Map<String, Long> targets) {
    long external = 0;
    for (TaxAmount tax : entry.taxes()) {
      long target = targets.getOrDefault(tax.taxCode(), -1L);
      violations.expect(target == sen(tax.targetAmount()), "a tax is taken of its lines", tax);
      // The tax share of returned pieces depends on earlier returns.
      boolean inPieces = entry.type() != TransactionType.SALE;
      violations.expect(
          inPieces || sen(tax.amount()) == tax(tax.taxCode(), target), "a tax is right", tax);
      if (tax.taxCode().endsWith("1")) {
        external += sen(tax.amount());
      }
    }
    violations.expect(entry.taxes().size() == targets.size(), "each tax code is taxed once", entry);
    return external;
  }

  private static long tax(String code, long target) {
    long exact =
        switch (code) {
          case "01" -> target * 10 / 100;
          case "02" -> target * 10 / 110;
          case "11" -> target * 8 / 100;
          case "12" -> target * 8 / 108;
          default -> 0;
        };
    return exact / 100 * 100;
  }

  private static void payments(Violations violations, Transaction entry) {
    long paid = 0;
    long change = 0;
    long rounded = 0;
    long cash = 0;
    for (Payment payment : entry.payments()) {
      long kept = sen(payment.amount()) + sen(payment.surplus()) + sen(payment.cashRounding());
      long back = Math.max(0, sen(payment.tenderedAmount()) - kept);
      payment(violations, payment, back);
      paid += sen(payment.amount());
      rounded += sen(payment.cashRounding());
      cash += payment.kind() == PaymentKind.CASH ? sen(payment.settlement()) : 0;
      change += back;
    }
    long rounding = sen(entry.sales().cashRounding());
    violations.expect(
        entry.sales().cancelled() || paid + rounded - rounding == sen(entry.sales().totalWithTax()),
        "what was paid is what was owed",
        entry);
    violations.expect(
        change == sen(entry.sales().change()), "the change is what was paid too much", entry);
    violations.expect(
        Math.abs(rounding) <= (entry.type() == TransactionType.SALE ? 50 : 99),
        "cash is rounded to the next yen",
        entry);
    violations.expect(rounded == 0 || cash % 100 == 0, "rounded cash is whole yen", entry);
  }

  private static void payment(Violations violations, Payment payment, long back) {
    violations.expect(
        back == 0 || payment.kind() == PaymentKind.CASH, "change is for cash only", payment);
    violations.expect(
        payment.surplus().isZero() || payment.paymentCode().equals("13"),
        "only a voucher leaves a surplus",
        payment);
  }

  private static long discounts(Collection<Discount> discounts) {
    return List.copyOf(discounts).stream().mapToLong(discount -> sen(discount.amount())).sum();
  }
}
