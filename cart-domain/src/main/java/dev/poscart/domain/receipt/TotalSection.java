package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.ReceiptLine.split;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.model.TaxType;
import dev.poscart.domain.model.Transaction;
import java.util.ArrayList;
import java.util.List;

/**
 * The totals: subtotal, its discounts and taxes, total, and the amounts that taxes were computed
 * from.
 */
final class TotalSection {

  private static final int PIECES_END = 20;

  private TotalSection() {}

  static List<ReceiptLine> of(Transaction transaction) {
    List<ReceiptLine> lines = new ArrayList<>();
    lines.add(subtotal(transaction));
    transaction.subtotalDiscounts().forEach(discount -> lines.add(discount(discount)));
    transaction.taxes().stream()
        .filter(tax -> tax.type() == TaxType.EXTERNAL)
        .forEach(tax -> lines.add(split("  " + tax.name(), yen(tax.amount()))));
    lines.add(split("合計", yen(transaction.sales().totalWithTax())));
    for (TaxAmount tax : transaction.taxes()) {
      lines.add(split("  (" + tax.name() + " 対象額", bracketed(tax.targetAmount())));
      lines.add(split("  (" + tax.name(), bracketed(tax.amount())));
    }
    return lines;
  }

  private static ReceiptLine subtotal(Transaction transaction) {
    Money beforeDiscounts =
        transaction.subtotalDiscounts().stream()
            .map(Discount::amount)
            .reduce(transaction.sales().total(), Money::plus);
    String pieces = transaction.sales().totalQuantity() + " 個";
    return new ReceiptLine.Split("小計", pieces, PIECES_END, yen(beforeDiscounts));
  }

  private static ReceiptLine discount(Discount discount) {
    String off = yen(discount.amount().negated());
    return switch (discount.type()) {
      case AMOUNT -> split("  小計値引", off);
      case PERCENTAGE ->
          new ReceiptLine.Split("  小計割引: ", Figures.percent(discount.value()), 0, off);
    };
  }

  /** Two columns remain free below the tax marks. */
  private static String yen(Money money) {
    return Figures.yen(money) + "  ";
  }

  private static String bracketed(Money money) {
    return Figures.yen(money) + ")  ";
  }
}
