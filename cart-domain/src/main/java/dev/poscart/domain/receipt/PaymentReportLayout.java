package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.ReceiptLine.BLANK;
import static dev.poscart.domain.receipt.ReceiptLine.BORDER;
import static dev.poscart.domain.receipt.ReceiptLine.left;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.ReceiptNote.Alignment;
import dev.poscart.domain.report.SalesFigures;
import dev.poscart.domain.report.TenderFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of the payment report, from top to bottom. */
final class PaymentReportLayout {

  static final String TITLE = "【 決済別レポート ( %s ) 】";

  private static final int AMOUNT_WIDTH = 12;
  private static final int COUNT_WIDTH = 8;
  private static final int SHARE_WIDTH = 7;

  private PaymentReportLayout() {}

  static List<ReceiptLine> of(SalesFigures figures) {
    Money total = figures.paid();
    List<ReceiptLine> lines = new ArrayList<>();
    lines.add(left("決 済 方 法 別 集 計"));
    lines.add(BORDER);
    for (TenderFigure tender : figures.tendersByAmount()) {
      lines.add(left(tender.name()));
      lines.add(left("  件数: " + count(tender) + " 構成比: " + share(tender, total)));
      lines.add(left("  金額: " + amount(tender.amount())));
      lines.add(BLANK);
    }
    int count = figures.tenders().stream().mapToInt(TenderFigure::count).sum();
    lines.add(BORDER);
    lines.add(left("合 計"));
    lines.add(left("  総件数: " + Columns.padStart(Figures.grouped(count) + "件", 10)));
    lines.add(left("  総金額: " + amount(total)));
    lines.add(BORDER);
    lines.add(BLANK);
    lines.add(BLANK);
    lines.add(new ReceiptLine.Text("*** END ***", Alignment.CENTER));
    return lines;
  }

  private static String count(TenderFigure tender) {
    return Columns.padStart(Figures.grouped(tender.count()) + "件", COUNT_WIDTH);
  }

  private static String share(TenderFigure tender, Money total) {
    String percent = String.format(Locale.ROOT, "%.2f%%", tender.shareOf(total));
    return Columns.padStart(percent, SHARE_WIDTH);
  }

  private static String amount(Money amount) {
    return Columns.padStart(ReportLayout.yen(amount), AMOUNT_WIDTH);
  }
}
