package dev.poscart.domain.sale;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Sales;
import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.model.TaxType;
import dev.poscart.domain.model.Transaction;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The reversed part of a transaction: all of it, or some pieces. Amounts are positive; cash
 * rounding is added with the refund.
 */
record SalePart(
    List<LineItem> lines, List<TaxAmount> taxes, List<Discount> subtotalDiscounts, Sales sales) {

  /** The whole transaction, including cancelled lines; no change is given. */
  static SalePart whole(Transaction original, OffsetDateTime at) {
    Sales sales = original.sales();
    return new SalePart(
        original.lines(),
        original.taxes(),
        original.subtotalDiscounts(),
        new Sales(
            at,
            sales.total(),
            sales.totalWithTax(),
            sales.externalTax(),
            sales.totalQuantity(),
            Money.ZERO,
            sales.discountTotal(),
            sales.cancelled(),
            sales.stampDutyTarget(),
            sales.stampDuty(),
            Money.ZERO));
  }

  /** Some pieces. They have no stamp duty, as the stamp remains on the receipt of the sale. */
  static SalePart pieces(
      List<LineItem> lines,
      List<TaxAmount> taxes,
      List<Discount> subtotalDiscounts,
      OffsetDateTime at) {
    Money total = sum(lines.stream().map(LineItem::taxBase).toList());
    Money externalTax = externalTax(taxes);
    Money lineDiscounts = sum(lines.stream().map(LineItem::discountTotal).toList());
    Money otherDiscounts = sum(subtotalDiscounts.stream().map(Discount::amount).toList());
    int quantity = lines.stream().mapToInt(LineItem::quantity).sum();
    return new SalePart(
        lines,
        taxes,
        subtotalDiscounts,
        new Sales(
            at,
            total,
            total.plus(externalTax),
            externalTax,
            quantity,
            Money.ZERO,
            lineDiscounts.plus(otherDiscounts),
            false,
            Money.ZERO,
            Money.ZERO,
            Money.ZERO));
  }

  Money owed() {
    return sales.totalWithTax();
  }

  private static Money externalTax(List<TaxAmount> taxes) {
    return sum(
        taxes.stream()
            .filter(tax -> tax.type() == TaxType.EXTERNAL)
            .map(TaxAmount::amount)
            .toList());
  }

  private static Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.ZERO, Money::plus);
  }
}
