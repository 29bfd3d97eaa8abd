package dev.poscart.domain.report;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Transaction;
import java.util.Comparator;
import java.util.List;

/**
 * The figures of the sales report of some transactions. They add up: the figures of two parts are
 * those of the whole.
 *
 * @param gross sales less their voids, with tax, before discounts
 * @param returns what was paid back for returned goods, with tax and after the discounts that they
 *     were sold with, less voided returns
 * @param lineDiscounts discounts on live lines of sales, less voids; the count is that of
 *     discounts, the quantity that of the pieces in discounted lines
 * @param subtotalDiscounts the same for discounts on subtotals
 * @param voids voided sales and returns, with tax
 * @param cancelled sales that were cancelled at the till; they are in no other figure
 * @param taxes one per tax code, ordered by code
 * @param tenders one per payment code, ordered by code
 * @param takings the money and the numbers beside the sales
 */
public record SalesFigures(
    Tally gross,
    Tally returns,
    Tally lineDiscounts,
    Tally subtotalDiscounts,
    Tally voids,
    Tally cancelled,
    List<TaxFigure> taxes,
    List<TenderFigure> tenders,
    Takings takings) {

  public static final SalesFigures NONE =
      new SalesFigures(
          Tally.ZERO,
          Tally.ZERO,
          Tally.ZERO,
          Tally.ZERO,
          Tally.ZERO,
          Tally.ZERO,
          List.of(),
          List.of(),
          Takings.NONE);

  public SalesFigures {
    taxes = List.copyOf(taxes);
    tenders = List.copyOf(tenders);
  }

  /** The figures of one transaction. */
  public static SalesFigures of(Transaction transaction) {
    Tally whole =
        Tally.one(transaction.sales().totalWithTax(), transaction.sales().totalQuantity());
    if (transaction.sales().cancelled()) {
      return NONE.withCancelled(whole);
    }
    Direction direction = Direction.of(transaction.type());
    Tally ofLines = lineDiscounts(transaction.lines());
    Tally ofSubtotal = subtotalDiscounts(transaction);
    Money discounts = ofLines.amount().plus(ofSubtotal.amount());
    Tally before = Tally.one(whole.amount().plus(discounts), whole.quantity());
    return new SalesFigures(
        before.times(direction.sold()),
        whole.times(direction.returned()),
        ofLines.times(direction.sold()),
        ofSubtotal.times(direction.sold()),
        isVoid(transaction) ? whole : Tally.ZERO,
        Tally.ZERO,
        taxes(transaction, direction),
        tenders(transaction, direction),
        Takings.of(transaction, direction));
  }

  public SalesFigures plus(SalesFigures other) {
    return new SalesFigures(
        gross.plus(other.gross),
        returns.plus(other.returns),
        lineDiscounts.plus(other.lineDiscounts),
        subtotalDiscounts.plus(other.subtotalDiscounts),
        voids.plus(other.voids),
        cancelled.plus(other.cancelled),
        Merge.byCode(taxes, other.taxes, TaxFigure::taxCode, TaxFigure::plus),
        Merge.byCode(tenders, other.tenders, TenderFigure::paymentCode, TenderFigure::plus),
        takings.plus(other.takings));
  }

  /** All taxes, internal and external, of what was sold and not returned. */
  public Money tax() {
    return Money.sum(taxes, TaxFigure::amount);
  }

  /** What was sold and not returned, without tax. */
  public Tally net() {
    Money amount =
        gross
            .amount()
            .minus(returns.amount())
            .minus(lineDiscounts.amount())
            .minus(subtotalDiscounts.amount())
            .minus(tax());
    return new Tally(
        amount,
        Math.subtractExact(gross.quantity(), returns.quantity()),
        Math.subtractExact(gross.count(), returns.count()));
  }

  /** The tenders, the greatest amount first, equal ones by code. */
  public List<TenderFigure> tendersByAmount() {
    return tenders.stream().sorted(Comparator.comparing(TenderFigure::amount).reversed()).toList();
  }

  /** What all tenders settled. */
  public Money paid() {
    return Money.sum(tenders, TenderFigure::amount);
  }

  private SalesFigures withCancelled(Tally sale) {
    return new SalesFigures(
        gross, returns, lineDiscounts, subtotalDiscounts, voids, sale, taxes, tenders, takings);
  }

  private static boolean isVoid(Transaction transaction) {
    return switch (transaction.type()) {
      case VOID_SALE, VOID_RETURN -> true;
      case SALE, RETURN -> false;
    };
  }

  private static Tally lineDiscounts(List<LineItem> lines) {
    Tally tally = Tally.ZERO;
    for (LineItem line : lines) {
      if (line.live() && !line.discounts().isEmpty()) {
        int entries = line.discounts().size();
        tally = tally.plus(new Tally(line.discountTotal(), line.quantity(), entries));
      }
    }
    return tally;
  }

  private static Tally subtotalDiscounts(Transaction transaction) {
    List<Discount> discounts = transaction.subtotalDiscounts();
    int pieces =
        transaction.lines().stream()
            .filter(line -> line.live() && !line.allocated().isEmpty())
            .mapToInt(LineItem::quantity)
            .sum();
    return new Tally(Money.sum(discounts, Discount::amount), pieces, discounts.size());
  }

  private static List<TaxFigure> taxes(Transaction transaction, Direction direction) {
    List<TaxFigure> each =
        transaction.taxes().stream().map(tax -> TaxFigure.of(tax, direction)).toList();
    return Merge.byCode(each, List.of(), TaxFigure::taxCode, TaxFigure::plus);
  }

  private static List<TenderFigure> tenders(Transaction transaction, Direction direction) {
    List<TenderFigure> each =
        transaction.payments().stream().map(entry -> TenderFigure.of(entry, direction)).toList();
    return Merge.byCode(each, List.of(), TenderFigure::paymentCode, TenderFigure::withEntry);
  }
}
