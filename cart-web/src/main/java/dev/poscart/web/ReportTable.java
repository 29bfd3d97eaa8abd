package dev.poscart.web;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.report.Drawer;
import dev.poscart.domain.report.GoodsFigure;
import dev.poscart.domain.report.SalesFigures;
import dev.poscart.domain.report.SoldGoods.Sold;
import dev.poscart.domain.report.Tally;
import dev.poscart.domain.report.TaxFigure;
import dev.poscart.domain.report.TenderFigure;
import dev.poscart.domain.usecase.report.StoreReport;
import java.util.Optional;

/**
 * Renders a report as a table for spreadsheets: comma-separated values (RFC 4180) with a header
 * row. It starts with a byte order mark, without which spreadsheets misread Japanese.
 */
final class ReportTable {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** A spreadsheet takes a cell that starts so for a formula. */
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final StringBuilder table = new StringBuilder(BYTE_ORDER_MARK);

  private ReportTable() {}

  static String of(StoreReport report) {
    ReportTable rows = new ReportTable();
    switch (report.request().kind()) {
      case SALES -> rows.addSales(report);
      case CATEGORY -> rows.addCategories(report);
      case ITEM -> rows.addItems(report);
      case PAYMENT -> rows.addPayments(report);
    }
    return rows.table.toString();
  }

  private void addSales(StoreReport report) {
    SalesFigures sales = report.sales();
    row("figure", "code", "name", "amount", "quantity", "count");
    tally("gross sales", sales.gross());
    tally("returns", sales.returns());
    tally("line discounts", sales.lineDiscounts());
    tally("subtotal discounts", sales.subtotalDiscounts());
    tally("net sales", sales.net());
    tally("voids", sales.voids());
    tally("cancelled", sales.cancelled());
    addTaxesAndTenders(sales);
    addDrawer(report.drawer());
  }

  private void addTaxesAndTenders(SalesFigures sales) {
    for (TaxFigure tax : sales.taxes()) {
      row("tax", text(tax.taxCode()), text(tax.name()), tax.amount(), tax.targetQuantity(), "");
    }
    for (TenderFigure paid : sales.tenders()) {
      row("payment", text(paid.paymentCode()), text(paid.name()), paid.amount(), "", paid.count());
    }
    row("cash rounding", "", "", sales.takings().cashRounding(), "", "");
    row("voucher surplus", "", "", sales.takings().surplus(), "", "");
  }

  private void addDrawer(Drawer drawer) {
    tally("cash in", drawer.cashIn());
    tally("cash out", drawer.cashOut());
    row("expected cash", "", "", drawer.expected(), "", "");
    row("counted cash", "", "", counted(drawer.counted()), "", "");
    row("cash difference", "", "", counted(drawer.difference()), "", "");
  }

  private void addCategories(StoreReport report) {
    row("categoryCode", "categoryName", "gross", "discount", "net", "quantity", "transactions");
    report
        .goods()
        .categories()
        .forEach(
            category ->
                goods(
                    category.sold(),
                    text(category.categoryCode()),
                    text(report.categoryName(category.categoryCode()))));
  }

  private void addItems(StoreReport report) {
    row(
        "categoryCode",
        "itemCode",
        "itemName",
        "gross",
        "discount",
        "net",
        "quantity",
        "transactions");
    report
        .goods()
        .items()
        .forEach(
            item ->
                goods(
                    item.sold(),
                    text(item.categoryCode()),
                    text(item.itemCode()),
                    text(item.name())));
  }

  private void addPayments(StoreReport report) {
    Money total = report.sales().paid();
    row("paymentCode", "paymentName", "amount", "count", "percent");
    report
        .sales()
        .tendersByAmount()
        .forEach(
            paid ->
                row(
                    text(paid.paymentCode()),
                    text(paid.name()),
                    paid.amount(),
                    paid.count(),
                    paid.shareOf(total).toPlainString()));
  }

  private void goods(Sold sold, String... names) {
    GoodsFigure figure = sold.figure();
    table.append(String.join(",", names)).append(',');
    row(figure.gross(), figure.discount(), figure.net(), figure.quantity(), sold.transactions());
  }

  private void tally(String name, Tally tally) {
    row(name, "", "", tally.amount(), tally.quantity(), tally.count());
  }

  private void row(Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      table.append(i == 0 ? "" : ",").append(cells[i]);
    }
    table.append("\r\n");
  }

  private static String counted(Optional<Money> amount) {
    return amount.map(Money::toString).orElse("");
  }

  /** A text from master data, quoted. */
  private static String text(String value) {
    boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
  }
}
