package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.ReceiptLine.BLANK;
import static dev.poscart.domain.receipt.ReceiptLine.BORDER;
import static dev.poscart.domain.receipt.ReceiptLine.left;
import static dev.poscart.domain.receipt.ReceiptLine.split;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.ReceiptNote.Alignment;
import dev.poscart.domain.report.ReportHeading;
import dev.poscart.domain.report.ReportPeriod;
import java.util.ArrayList;
import java.util.List;

/** What all reports have in common: head, foot and the forms of their figures. */
final class ReportLayout {

  /** Stands for a number that does not exist, such as cash that was not counted. */
  static final String NONE = "------";

  private ReportLayout() {}

  /** A whole report. */
  static List<ReceiptLine> of(String title, ReportHeading heading, List<ReceiptLine> body) {
    List<ReceiptLine> lines = new ArrayList<>();
    lines.add(left("店舗名 " + heading.storeName()));
    lines.add(
        split(
            heading.terminalNo().map(no -> "レジNo. " + no).orElse("店舗合計"),
            "責# " + heading.staffId().orElse(NONE)));
    lines.add(left(Figures.dateTime(heading.printedAt())));
    lines.add(BLANK);
    lines.add(centered(title.formatted(heading.daily() ? "日報" : "速報")));
    lines.add(heading.reprint() ? centered("再 発 行") : BLANK);
    lines.addAll(period(heading.period()));
    heading.openCounter().ifPresent(n -> lines.add(left("開設回数 " + Figures.grouped(n) + "回")));
    heading.businessCounter().ifPresent(n -> lines.add(left("精算通番 " + Figures.grouped(n))));
    lines.add(BORDER);
    lines.addAll(body);
    return lines;
  }

  /** The last line of most reports, which have no receipt number. */
  static ReceiptLine noReceiptNo() {
    return left("レシートNo. " + NONE);
  }

  static String yen(Money money) {
    return Figures.grouped(money) + "円";
  }

  static String pieces(int quantity) {
    return Figures.grouped(quantity) + "点";
  }

  private static List<ReceiptLine> period(ReportPeriod period) {
    if (period.isOneDay()) {
      return List.of(left("営業日付 " + Figures.date(period.from())));
    }
    return List.of(
        left("期間 " + Figures.date(period.from())), left("     ～ " + Figures.date(period.to())));
  }

  private static ReceiptLine centered(String text) {
    return new ReceiptLine.Text(text, Alignment.CENTER);
  }
}
