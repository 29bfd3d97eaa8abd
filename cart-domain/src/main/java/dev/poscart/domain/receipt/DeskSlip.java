package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.ReceiptLine.BLANK;
import static dev.poscart.domain.receipt.ReceiptLine.BORDER;
import static dev.poscart.domain.receipt.ReceiptLine.left;
import static dev.poscart.domain.receipt.ReceiptLine.split;

import dev.poscart.domain.model.CashMovement;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Staff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The layout of the slips of the desk, as kugelpos's terminal service prints them. */
final class DeskSlip {

  private DeskSlip() {}

  static List<ReceiptLine> of(DeskEntry entry) {
    String name = entry.storeName().isBlank() ? entry.terminal().storeCode() : entry.storeName();
    ReceiptLine till =
        new ReceiptLine.Split(
            "レジNo. ",
            String.valueOf(entry.terminal().terminalNo()),
            0,
            "責# " + entry.state().staff().map(DeskSlip::padded).orElse(ReportLayout.NONE));
    String title = "【 " + title(entry) + "  レ ポ ー ト 】";
    List<ReceiptLine> lines =
        new ArrayList<>(ReportLayout.head(name, till, entry.generatedAt(), title, BLANK));
    lines.add(left("営業日付 " + Figures.date(entry.session().businessDate())));
    lines.add(ReportLayout.openCounter(entry.session().openCounter()));
    if (entry.kind() == DeskEntry.Kind.CLOSED) {
      lines.add(ReportLayout.businessCounter(entry.session().businessCounter()));
    }
    lines.add(BORDER);
    lines.add(amount(entry));
    lines.add(BORDER);
    lines.add(ReportLayout.noReceiptNo());
    return lines;
  }

  private static String title(DeskEntry entry) {
    return switch (entry.kind()) {
      case OPENED -> "開 設";
      case CLOSED -> "精 算";
      case CASH_IN -> "入 金";
      case CASH_OUT -> "出 金";
    };
  }

  private static ReceiptLine amount(DeskEntry entry) {
    return switch (entry.kind()) {
      case OPENED ->
          split("釣銭準備金", ReportLayout.yen(entry.state().openingFloat().orElse(Money.ZERO)));
      case CLOSED -> split("ドロア内現金", counted(entry.state().countedCash()));
      case CASH_IN, CASH_OUT ->
          split(
              entry.cash().map(CashMovement::description).orElse(""),
              ReportLayout.yen(entry.signedAmount()));
    };
  }

  private static String counted(Optional<Money> cash) {
    return cash.map(ReportLayout::yen).orElse(ReportLayout.NONE);
  }

  private static String padded(Staff staff) {
    return "0".repeat(Math.max(0, ReportLayout.NONE.length() - staff.id().length())) + staff.id();
  }
}
