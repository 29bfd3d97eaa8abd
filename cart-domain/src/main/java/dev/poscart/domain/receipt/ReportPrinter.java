package dev.poscart.domain.receipt;

import dev.poscart.domain.report.Drawer;
import dev.poscart.domain.report.ReportHeading;
import dev.poscart.domain.report.SalesFigures;
import dev.poscart.domain.report.SoldGoods;
import java.util.List;
import java.util.Map;

/** Prints X and Z reports. */
public final class ReportPrinter {

  private ReportPrinter() {}

  public static PrintedReceipt sales(ReportHeading heading, SalesFigures figures, Drawer drawer) {
    return print(SalesReportLayout.TITLE, heading, SalesReportLayout.of(figures, drawer));
  }

  /** Prints the category report, with the names of categories by code. */
  public static PrintedReceipt categories(
      ReportHeading heading, SoldGoods goods, Map<String, String> names) {
    List<ReceiptLine> body = GoodsReportLayout.categories(goods, names, ReceiptPrinter.COLUMNS);
    return print(GoodsReportLayout.CATEGORY_TITLE, heading, body);
  }

  /** Prints the item report, with the names of categories by code. */
  public static PrintedReceipt items(
      ReportHeading heading, SoldGoods goods, Map<String, String> names) {
    List<ReceiptLine> body = GoodsReportLayout.items(goods, names, ReceiptPrinter.COLUMNS);
    return print(GoodsReportLayout.ITEM_TITLE, heading, body);
  }

  public static PrintedReceipt payments(ReportHeading heading, SalesFigures figures) {
    return print(PaymentReportLayout.TITLE, heading, PaymentReportLayout.of(figures));
  }

  private static PrintedReceipt print(String title, ReportHeading heading, List<ReceiptLine> body) {
    return ReceiptPrinter.print(ReportLayout.of(title, heading, body));
  }
}
