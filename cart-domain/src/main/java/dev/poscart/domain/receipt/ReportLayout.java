package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.ReceiptLine.BLANK;
import static dev.poscart.domain.receipt.ReceiptLine.BORDER;
import static dev.poscart.domain.receipt.ReceiptLine.left;
import static dev.poscart.domain.receipt.ReceiptLine.split;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.ReceiptNote.Alignment;
import dev.poscart.domain.report.ReportHeading;
import dev.poscart.domain.report.ReportPeriod;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What reports and the slips of the desk have in common: head, foot and the forms of their figures.
 */
final class ReportLayout {

  /** Stands for a number that does not exist, such as cash that was not counted. */
  static final String NONE = "------";

  private ReportLayout() {}

  /** A whole report. */
  static List<ReceiptLine> of(String title, ReportHeading heading, List<ReceiptLine> body) {
    ReceiptLine till =
        split(
            heading.terminalNo().map(no -> "レジNo. " + no).orElse("店舗合計"),
            "責# " + heading.staffId().orElse(NONE));
    String shownTitle = title.formatted(heading.daily() ? "日報" : "速報");
    ReceiptLine mark = heading.reprint() ? centered("再 発 行") : BLANK;
    List<ReceiptLine> lines =
        new ArrayList<>(head(heading.storeName(), till, heading.printedAt(), shownTitle, mark));
    lines.addAll(period(heading.period()));
    heading.openCounter().ifPresent(n -> lines.add(openCounter(n)));
    heading.businessCounter().ifPresent(n -> lines.add(businessCounter(n)));
    lines.add(BORDER);
    lines.addAll(body);
    return lines;
  }

  /**
   * The lines above the business date.
   *
   * @param mark stands under the title
   */
  static List<ReceiptLine> head(
      String storeName, ReceiptLine till, OffsetDateTime at, String title, ReceiptLine mark) {
    return List.of(
        left("店舗名 " + storeName), till, left(Figures.dateTime(at)), BLANK, centered(title), mark);
  }

  static ReceiptLine openCounter(int counter) {
    return left("開設回数 " + Figures.grouped(counter) + "回");
  }

  static ReceiptLine businessCounter(int counter) {
    return left("精算通番 " + Figures.grouped(counter));
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
