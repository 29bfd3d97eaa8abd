package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.ReceiptLine.BLANK;
import static dev.poscart.domain.receipt.ReceiptLine.BORDER;
import static dev.poscart.domain.receipt.ReceiptLine.left;
import static dev.poscart.domain.receipt.ReceiptLine.split;

import dev.poscart.domain.model.CashMovement;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.ReceiptNote.Alignment;
import dev.poscart.domain.model.Staff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The layout of the slips of the desk, as kugelpos's terminal service prints them. */
final class DeskSlip {

  private static final String NONE = "------";

  private DeskSlip() {}

  static List<ReceiptLine> of(DeskEntry entry) {
    String name = entry.storeName().isBlank() ? entry.terminal().storeCode() : entry.storeName();
    List<ReceiptLine> lines = new ArrayList<>();
    lines.add(left("店舗名 " + name));
    lines.add(
        new ReceiptLine.Split(
            "レジNo. ",
            String.valueOf(entry.terminal().terminalNo()),
            0,
            "責# " + entry.state().staff().map(DeskSlip::padded).orElse(NONE)));
    lines.add(left(Figures.dateTime(entry.generatedAt())));
    lines.add(BLANK);
    lines.add(new ReceiptLine.Text("【 " + title(entry) + "  レ ポ ー ト 】", Alignment.CENTER));
    lines.add(BLANK);
    lines.add(left("営業日付 " + Figures.date(entry.session().businessDate())));
    lines.add(left("開設回数 " + Figures.grouped(Money.of(entry.session().openCounter())) + "回"));
    if (entry.kind() == DeskEntry.Kind.CLOSED) {
      lines.add(left("精算通番 " + Figures.grouped(Money.of(entry.session().businessCounter()))));
    }
    lines.add(BORDER);
    lines.add(amount(entry));
    lines.add(BORDER);
    lines.add(left("レシートNo. " + NONE));
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
      case OPENED -> split("釣銭準備金", yen(entry.state().openingFloat().orElse(Money.ZERO)));
      case CLOSED -> split("ドロア内現金", counted(entry.state().countedCash()));
      case CASH_IN, CASH_OUT ->
          split(entry.cash().map(CashMovement::description).orElse(""), yen(entry.signedAmount()));
    };
  }

  private static String counted(Optional<Money> cash) {
    return cash.map(DeskSlip::yen).orElse(NONE);
  }

  private static String yen(Money amount) {
    return Figures.grouped(amount) + "円";
  }

  private static String padded(Staff staff) {
    return "0".repeat(Math.max(0, NONE.length() - staff.id().length())) + staff.id();
  }
}
