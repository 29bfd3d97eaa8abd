package dev.poscart.domain.usecase.audit;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Sales;
import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.model.TaxType;
import dev.poscart.domain.model.Transaction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Verifies the amounts of one transaction, from quantities and prices to the money in the drawer.
 * It shares no code with the calculation. Rates and roundings are unknown here, so tax amounts are
 * taken as they are.
 */
final class FigureCheck {

  private final Transaction transaction;
  private final Sales sales;
  private final List<LineItem> live;
  private final List<String> problems = new ArrayList<>();

  private FigureCheck(Transaction transaction) {
    this.transaction = transaction;
    this.sales = transaction.sales();
    this.live = transaction.lines().stream().filter(line -> !line.cancelled()).toList();
  }

  /** The discrepancies, one message each. */
  static List<String> of(Transaction transaction) {
    FigureCheck check = new FigureCheck(transaction);
    check.checkLines();
    check.checkTotals();
    check.checkTaxes();
    new PaymentCheck(transaction, check.problems).run();
    return check.problems;
  }

  private void checkLines() {
    for (LineItem line : live) {
      BigDecimal gross = amount(line.unitPrice()).multiply(BigDecimal.valueOf(line.quantity()));
      expect(
          "line " + line.lineNo() + ": amount",
          amount(line.amount()),
          gross.subtract(discounts(line.discounts())));
    }
  }

  private void checkTotals() {
    BigDecimal ofLines = sum(live, line -> discounts(line.discounts()));
    BigDecimal shares = sum(live, line -> discounts(line.allocated()));
    BigDecimal ofSubtotal = discounts(transaction.subtotalDiscounts());
    BigDecimal total = sum(live, line -> amount(line.amount())).subtract(shares);
    BigDecimal outerTax = taxes(TaxType.EXTERNAL);
    expect("shares of the subtotal discounts", shares, ofSubtotal);
    expect("discounts", amount(sales.discountTotal()), ofLines.add(ofSubtotal));
    expect("total", amount(sales.total()), total);
    expect("external tax", amount(sales.externalTax()), outerTax);
    expect("total with tax", amount(sales.totalWithTax()), total.add(outerTax));
    expect(
        "pieces",
        BigDecimal.valueOf(sales.totalQuantity()),
        sum(live, line -> BigDecimal.valueOf(line.quantity())));
  }

  private void checkTaxes() {
    for (TaxAmount tax : transaction.taxes()) {
      List<LineItem> taxed =
          live.stream().filter(line -> line.item().taxCode().equals(tax.taxCode())).toList();
      BigDecimal base =
          sum(taxed, line -> amount(line.amount()).subtract(discounts(line.allocated())));
      expect("tax " + tax.taxCode() + ": base", amount(tax.targetAmount()), base);
      expect(
          "tax " + tax.taxCode() + ": pieces",
          BigDecimal.valueOf(tax.targetQuantity()),
          sum(taxed, line -> BigDecimal.valueOf(line.quantity())));
    }
  }

  private BigDecimal taxes(TaxType type) {
    return sum(
        transaction.taxes().stream().filter(tax -> tax.type() == type).toList(),
        tax -> amount(tax.amount()));
  }

  private void expect(String figure, BigDecimal found, BigDecimal expected) {
    expect(problems, figure, found, expected);
  }

  static void expect(List<String> problems, String figure, BigDecimal found, BigDecimal expected) {
    if (found.compareTo(expected) != 0) {
      problems.add(figure + ": " + plain(found) + " (expected: " + plain(expected) + ")");
    }
  }

  static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }

  private static BigDecimal discounts(List<Discount> discounts) {
    return sum(discounts, discount -> amount(discount.amount()));
  }

  static <T> BigDecimal sum(List<T> values, Function<T, BigDecimal> figure) {
    return values.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static BigDecimal amount(Money money) {
    return money.amount();
  }
}
