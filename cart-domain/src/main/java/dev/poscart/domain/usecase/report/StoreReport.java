package dev.poscart.domain.usecase.report;

import dev.poscart.domain.receipt.PrintedReceipt;
import dev.poscart.domain.receipt.ReportPrinter;
import dev.poscart.domain.report.Drawer;
import dev.poscart.domain.report.ReportHeading;
import dev.poscart.domain.report.SalesFigures;
import dev.poscart.domain.report.SoldGoods;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A report with all its figures: those of its sessions and their sums.
 *
 * @param categoryNames by code; those without a name are missing
 * @param sessions by terminal, then in the order in which they were opened
 * @param receiptText print data for the receipt printer
 * @param journalText the same as plain text
 */
public record StoreReport(
    ReportRequest request,
    ReportHeading heading,
    Map<String, String> categoryNames,
    SalesFigures sales,
    SoldGoods goods,
    Drawer drawer,
    List<SessionReport> sessions,
    String receiptText,
    String journalText) {

  public StoreReport {
    categoryNames = Map.copyOf(categoryNames);
    sessions = List.copyOf(sessions);
  }

  static StoreReport of(
      ReportRequest request,
      ReportHeading heading,
      Map<String, String> categoryNames,
      ReportedSessions found) {
    SalesFigures sales = SalesFigures.NONE;
    Drawer drawer = Drawer.NONE;
    for (SessionReport session : found.sessions()) {
      sales = sales.plus(session.sales());
      drawer = drawer.plus(session.drawer());
    }
    PrintedReceipt printed = print(request, heading, categoryNames, sales, found.goods(), drawer);
    return new StoreReport(
        request,
        heading,
        categoryNames,
        sales,
        found.goods(),
        drawer,
        found.sessions(),
        printed.receiptText(),
        printed.journalText());
  }

  private static PrintedReceipt print(
      ReportRequest request,
      ReportHeading heading,
      Map<String, String> categoryNames,
      SalesFigures sales,
      SoldGoods goods,
      Drawer drawer) {
    return switch (request.kind()) {
      case SALES -> ReportPrinter.sales(heading, sales, drawer);
      case CATEGORY -> ReportPrinter.categories(heading, goods, categoryNames);
      case ITEM -> ReportPrinter.items(heading, goods, categoryNames);
      case PAYMENT -> ReportPrinter.payments(heading, sales);
    };
  }

  /** What a category is called, which is its code if it has no name. */
  public String categoryName(String categoryCode) {
    return categoryNames.getOrDefault(categoryCode, categoryCode);
  }

  /** The sales figures of each business date with a session, in order. */
  public Map<String, SalesFigures> days() {
    Map<String, SalesFigures> days = new TreeMap<>();
    for (SessionReport session : sessions) {
      days.merge(session.session().businessDate(), session.sales(), SalesFigures::plus);
    }
    return days;
  }
}
