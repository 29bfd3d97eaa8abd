package dev.poscart.domain.sale;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.model.Transaction;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is left of a sale after partial returns, and the value of further pieces. Each amount of a
 * piece (its discounts, its shares of the subtotal discounts, the taxes) is its proportional part
 * of what is left of that amount, rounded down; the last pieces take the rest. So all returns of a
 * sale add up to the sale, amount by amount, whatever the portions and the order in which pieces
 * are returned, and however many of the returns are voided in between.
 */
final class Remainder {

  private final Transaction sale;
  private final List<Transaction> returns;

  Remainder(Transaction sale, List<Transaction> returns) {
    this.sale = sale;
    this.returns = returns;
  }

  /**
   * Takes pieces out of what is left.
   *
   * @param entries each line at most once
   * @throws Refused with {@link Refusal#NOT_FOUND} if the sale has no such line, with {@link
   *     Refusal#INVALID_VALUE} if fewer pieces of it are left
   */
  SalePart take(List<ReturnEntry> entries, OffsetDateTime at) {
    List<LineItem> lines =
        entries.stream()
            .sorted(Comparator.comparing(ReturnEntry::lineNo))
            .map(entry -> checked(entry).pieces(entry.quantity()))
            .toList();
    return SalePart.pieces(lines, taxes(lines), subtotalDiscounts(lines), at);
  }

  /** The pieces left of each line that was not cancelled, in the order of the lines. */
  List<ReturnEntry> returnable() {
    return sale.lines().stream()
        .filter(LineItem::live)
        .map(line -> new ReturnEntry(line.lineNo(), remainderOf(line).quantity()))
        .toList();
  }

  private LineRemainder remainderOf(LineItem line) {
    return new LineRemainder(
        line, returns.stream().flatMap(back -> find(back.lines(), line.lineNo())).toList());
  }

  private LineRemainder checked(ReturnEntry entry) {
    LineRemainder line =
        remainderOf(
            find(sale.lines(), entry.lineNo()).findFirst().orElseThrow(() -> missing(entry)));
    if (entry.quantity() > line.quantity()) {
      throw new Refused(
          Refusal.INVALID_VALUE,
          "Return of "
              + entry.quantity()
              + " pieces of line "
              + entry.lineNo()
              + " (expected: <= "
              + line.quantity()
              + ", what is left to return)");
    }
    return line;
  }

  private static Stream<LineItem> find(List<LineItem> lines, int lineNo) {
    return lines.stream().filter(line -> line.lineNo() == lineNo);
  }

  private static Refused missing(ReturnEntry entry) {
    return new Refused(Refusal.NOT_FOUND, "Line item not found: ", Subject.line(entry.lineNo()));
  }

  private List<TaxAmount> taxes(List<LineItem> lines) {
    List<TaxAmount> taxes = new ArrayList<>();
    for (TaxAmount sold : sale.taxes()) {
      List<LineItem> taxed =
          lines.stream().filter(line -> line.item().taxCode().equals(sold.taxCode())).toList();
      if (!taxed.isEmpty()) {
        taxes.add(tax(taxes.size() + 1, sold, taxed));
      }
    }
    return taxes;
  }

  private TaxAmount tax(int taxNo, TaxAmount sold, List<LineItem> taxed) {
    Money target = taxed.stream().map(LineItem::taxBase).reduce(Money.ZERO, Money::plus);
    Money targetLeft = left(sold, TaxAmount::targetAmount);
    Money amountLeft = left(sold, TaxAmount::amount);
    return new TaxAmount(
        taxNo,
        sold.taxCode(),
        sold.type(),
        sold.name(),
        Proportion.cut(amountLeft, target, targetLeft, sold.amount().amount().scale()),
        target,
        taxed.stream().mapToInt(LineItem::quantity).sum());
  }

  private Money left(TaxAmount sold, Function<TaxAmount, Money> figure) {
    return returns.stream()
        .flatMap(back -> back.taxes().stream())
        .filter(tax -> tax.taxCode().equals(sold.taxCode()))
        .map(figure)
        .reduce(figure.apply(sold), Money::minus);
  }

  /**
   * A line's first share belongs to the first subtotal discount, and so on; the last ones may be
   * missing.
   */
  private List<Discount> subtotalDiscounts(List<LineItem> lines) {
    List<Money> amounts = new ArrayList<>();
    for (int i = 0; i < sale.subtotalDiscounts().size(); i++) {
      int index = i;
      amounts.add(
          lines.stream()
              .filter(line -> index < line.allocated().size())
              .map(line -> line.allocated().get(index).amount())
              .reduce(Money.ZERO, Money::plus));
    }
    return LineRemainder.withAmounts(sale.subtotalDiscounts(), amounts);
  }
}
