package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.ReceiptLine.BORDER;
import static dev.poscart.domain.receipt.ReceiptLine.left;
import static dev.poscart.domain.receipt.ReceiptLine.split;
import static dev.poscart.domain.receipt.ReportLayout.yen;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.report.Drawer;
import dev.poscart.domain.report.SalesFigures;
import dev.poscart.domain.report.Tally;
import java.util.ArrayList;
import java.util.List;

/** The figures of a sales report, from top to bottom. */
final class SalesReportLayout {

  static final String TITLE = "【 売 上 レ ポ ー ト ( %s ) 】";

  /** The column where counts and pieces end. */
  private static final int COUNT_END = 17;

  private SalesReportLayout() {}

  static List<ReceiptLine> of(SalesFigures figures, Drawer drawer) {
    List<ReceiptLine> lines = new ArrayList<>(sales(figures));
    lines.add(BORDER);
    lines.add(left("税 額（内訳）"));
    figures.taxes().forEach(tax -> lines.add(split(" " + tax.name(), yen(tax.amount()))));
    lines.add(BORDER);
    lines.addAll(payments(figures));
    lines.add(BORDER);
    lines.add(left("入出金"));
    lines.add(counted("入金", drawer.cashIn()));
    lines.add(counted("出金", drawer.cashOut()));
    lines.add(BORDER);
    lines.addAll(cash(drawer));
    lines.add(BORDER);
    lines.add(ReportLayout.noReceiptNo());
    return lines;
  }

  private static List<ReceiptLine> sales(SalesFigures figures) {
    List<ReceiptLine> lines = new ArrayList<>();
    lines.add(left("売 上 合 計"));
    lines.addAll(tally("総売上", figures.gross()));
    lines.addAll(tally("返品", figures.returns()));
    lines.addAll(tally("明細値引", figures.lineDiscounts()));
    lines.addAll(tally("小計値引", figures.subtotalDiscounts()));
    lines.add(split(" 税額", yen(figures.tax().negated())));
    lines.addAll(tally("純売上", figures.net()));
    return lines;
  }

  private static List<ReceiptLine> payments(SalesFigures figures) {
    List<ReceiptLine> lines = new ArrayList<>();
    lines.add(left("支 払"));
    figures.tenders().forEach(paid -> lines.add(split(" " + paid.name(), yen(paid.amount()))));
    lines.addAll(unlessZero("現金端数調整", figures.takings().cashRounding()));
    lines.addAll(unlessZero("お釣りなし", figures.takings().surplus()));
    return lines;
  }

  private static List<ReceiptLine> cash(Drawer drawer) {
    return List.of(
        left("現 金"),
        split(" ドロア内現金", drawer.counted().map(ReportLayout::yen).orElse(ReportLayout.NONE)),
        split(" あるべき現金", yen(drawer.expected())),
        split(" 過不足", drawer.difference().map(ReportLayout::yen).orElse(ReportLayout.NONE)));
  }

  private static List<ReceiptLine> tally(String title, Tally tally) {
    String pieces = ReportLayout.pieces(tally.quantity());
    return List.of(counted(title, tally), left(Columns.padStart(pieces, COUNT_END)));
  }

  private static ReceiptLine counted(String title, Tally tally) {
    String count = Figures.grouped(tally.count()) + "件";
    return new ReceiptLine.Split(" " + title, count, COUNT_END, yen(tally.amount()));
  }

  private static List<ReceiptLine> unlessZero(String title, Money amount) {
    return amount.isZero() ? List.of() : List.of(split(" " + title, yen(amount)));
  }
}
