package dev.poscart.domain.usecase.audit;

import static dev.poscart.domain.usecase.audit.FigureCheck.amount;
import static dev.poscart.domain.usecase.audit.FigureCheck.sum;

import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.Sales;
import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.report.GoodsFigure;
import dev.poscart.domain.report.SalesFigures;
import dev.poscart.domain.report.SoldGoods;
import dev.poscart.domain.report.TaxFigure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Proves the figures of reports against the transactions that they are made of. It shares no code
 * with their calculation, goes another way where there is one, and proves that the kinds of reports
 * agree with each other.
 */
public final class ReportProof {

  private BigDecimal soldBeforeDiscounts = BigDecimal.ZERO;
  private BigDecimal returned = BigDecimal.ZERO;
  private BigDecimal owed = BigDecimal.ZERO;
  private BigDecimal externalTax = BigDecimal.ZERO;
  private BigDecimal settled = BigDecimal.ZERO;
  private BigDecimal cash = BigDecimal.ZERO;
  private BigDecimal surplus = BigDecimal.ZERO;
  private BigDecimal rounding = BigDecimal.ZERO;
  private int sales;
  private int pieces;
  private final Map<String, BigDecimal> taxes = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  /** Takes an entry into account. */
  public void add(Transaction transaction) {
    Sales totals = transaction.sales();
    if (totals.cancelled()) {
      return;
    }
    BigDecimal sign = sign(transaction);
    owed = owed.add(amount(totals.totalWithTax()).multiply(sign));
    externalTax = externalTax.add(amount(totals.externalTax()).multiply(sign));
    rounding = rounding.add(amount(totals.cashRounding()).multiply(sign));
    pieces += totals.totalQuantity() * sign.intValue();
    for (TaxAmount tax : transaction.taxes()) {
      taxes.merge(tax.taxCode(), amount(tax.amount()).multiply(sign), BigDecimal::add);
    }
    addGoods(transaction, totals);
    addMoney(transaction.payments(), sign);
  }

  /**
   * Compares figures with what was added.
   *
   * @return the discrepancies, one message each
   */
  public List<String> problems(SalesFigures figures, SoldGoods goods) {
    problems.clear();
    proveSales(figures);
    provePayments(figures);
    proveGoods(goods);
    return List.copyOf(problems);
  }

  private void proveSales(SalesFigures figures) {
    expect("gross sales", figures.gross().amount(), soldBeforeDiscounts);
    expect("number of sales", figures.gross().count(), sales);
    expect("returns", figures.returns().amount(), returned);
    BigDecimal allTaxes = sum(List.copyOf(taxes.values()), Function.identity());
    expect("net sales", figures.net().amount(), owed.subtract(allTaxes));
    expect("pieces", figures.net().quantity(), pieces);
    expect("number of tax codes", figures.taxes().size(), taxes.size());
    for (TaxFigure tax : figures.taxes()) {
      BigDecimal expected = taxes.getOrDefault(tax.taxCode(), BigDecimal.ZERO);
      expect("tax " + tax.taxCode(), tax.amount(), expected);
    }
  }

  private void provePayments(SalesFigures figures) {
    expect("payments", figures.paid(), settled);
    expect("cash taken", figures.takings().cash(), cash);
    expect("surplus of vouchers", figures.takings().surplus(), surplus);
    expect("cash rounding", figures.takings().cashRounding(), rounding);
  }

  private void proveGoods(SoldGoods goods) {
    GoodsFigure total = goods.total().figure();
    BigDecimal withTax = amount(total.net()).add(externalTax);
    FigureCheck.expect(problems, "net of goods with external tax", withTax, owed);
    expect("pieces of goods", total.quantity(), pieces);
    proveParts("categories", goods.categories(), part -> part.sold().figure(), total);
    proveParts("items", goods.items(), part -> part.sold().figure(), total);
  }

  private <T> void proveParts(
      String of, List<T> parts, Function<T, GoodsFigure> figure, GoodsFigure total) {
    Function<T, BigDecimal> gross = part -> amount(figure.apply(part).gross());
    Function<T, BigDecimal> discount = part -> amount(figure.apply(part).discount());
    expect("gross of all " + of, total.gross(), sum(parts, gross));
    expect("discounts of all " + of, total.discount(), sum(parts, discount));
    int quantity = parts.stream().mapToInt(part -> figure.apply(part).quantity()).sum();
    expect("pieces of all " + of, total.quantity(), quantity);
  }

  private void addGoods(Transaction transaction, Sales totals) {
    switch (transaction.type()) {
      case SALE -> addSold(transaction, totals, 1);
      case VOID_SALE -> addSold(transaction, totals, -1);
      case RETURN -> returned = returned.add(amount(totals.totalWithTax()));
      case VOID_RETURN -> returned = returned.subtract(amount(totals.totalWithTax()));
    }
  }

  /** From prices and quantities, where the report starts from the total. */
  private void addSold(Transaction transaction, Sales totals, int sign) {
    BigDecimal prices = sum(transaction.lines(), ReportProof::price);
    BigDecimal before = prices.add(amount(totals.externalTax()));
    soldBeforeDiscounts = soldBeforeDiscounts.add(before.multiply(BigDecimal.valueOf(sign)));
    sales += sign;
  }

  private static BigDecimal price(LineItem line) {
    return line.cancelled()
        ? BigDecimal.ZERO
        : amount(line.unitPrice()).multiply(BigDecimal.valueOf(line.quantity()));
  }

  /** Cash is what the sum of all tenders leaves over after the tenders that are not cash. */
  private void addMoney(List<Payment> payments, BigDecimal sign) {
    BigDecimal kept = BigDecimal.ZERO;
    BigDecimal elsewhere = BigDecimal.ZERO;
    for (Payment payment : payments) {
      settled = settled.add(amount(payment.amount()).multiply(sign));
      surplus = surplus.add(amount(payment.surplus()).multiply(sign));
      BigDecimal value =
          amount(payment.amount())
              .add(amount(payment.cashRounding()))
              .add(amount(payment.surplus()));
      kept = kept.add(value);
      if (!payment.kind().isCash()) {
        elsewhere = elsewhere.add(value.max(amount(payment.tenderedAmount())));
      }
    }
    cash = cash.add(kept.subtract(elsewhere).multiply(sign));
  }

  private static BigDecimal sign(Transaction transaction) {
    return switch (transaction.type()) {
      case SALE, VOID_RETURN -> BigDecimal.ONE;
      case RETURN, VOID_SALE -> BigDecimal.ONE.negate();
    };
  }

  private void expect(String figure, Money found, BigDecimal expected) {
    FigureCheck.expect(problems, figure, amount(found), expected);
  }

  private void expect(String figure, int found, int expected) {
    FigureCheck.expect(problems, figure, BigDecimal.valueOf(found), BigDecimal.valueOf(expected));
  }
}
