package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.SampleSales.expensive;
import static dev.poscart.domain.receipt.SampleSales.groceries;
import static dev.poscart.domain.receipt.SampleTransaction.cancelled;
import static dev.poscart.domain.receipt.SampleTransaction.journal;
import static dev.poscart.domain.receipt.SampleTransaction.line;
import static dev.poscart.domain.receipt.SampleTransaction.off;
import static dev.poscart.domain.receipt.SampleTransaction.origin;
import static dev.poscart.domain.receipt.SampleTransaction.sales;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.LongItemNames;
import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.ReceiptNote;
import dev.poscart.domain.model.ReceiptNote.Alignment;
import dev.poscart.domain.model.ReceiptSettings;
import dev.poscart.domain.model.TransactionType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Single lines of a receipt, and when they are printed. */
class ReceiptPrinterTest {

  @Test
  void stampDuty_onVoidAndReturnSlips_isNotPrinted() {
    for (TransactionType type : List.of(TransactionType.RETURN, TransactionType.VOID_SALE)) {
      assertThat(journal(expensive().type(type))).doesNotContain("印紙代").doesNotContain("(stamp)");
    }
  }

  @Test
  void origin_onSale_isNotPrinted() {
    assertThat(journal(groceries().origin(origin(TransactionType.SALE, 1, 1))))
        .doesNotContain("[対象レシート]");
  }

  @Test
  void origin_ofUnknownKind_isPrintedAsUnknown() {
    assertThat(
            journal(
                groceries()
                    .type(TransactionType.VOID_RETURN)
                    .origin(origin(TransactionType.VOID_SALE, 1, 1))))
        .contains("取引区分                   不 明\n");
  }

  @Test
  void mark_isChosenByTaxCode() {
    assertThat(
            journal(
                new SampleTransaction()
                    .lines(
                        line(1, "a", "00", 1, 1),
                        line(2, "b", "01", 1, 1),
                        line(3, "c", "02", 1, 1),
                        line(4, "d", "11", 1, 1),
                        line(5, "e", "12", 1, 1),
                        line(6, "f", "99", 1, 1))))
        .contains("a                            1  \n")
        .contains("b                            1外\n")
        .contains("c                            1込\n")
        .contains("d                            1軽\n")
        .contains("e                            1軽\n")
        .contains("f                            1  \n")
        .contains("--------------------------------\n軽:軽減税率対象                 \nレシートNo.");
  }

  @Test
  void legend_withoutMarkedLine_isNotPrinted() {
    LineItem cancelled = line(1, "むぎちゃ", "12", 98, 1).asCancelled();

    assertThat(journal(new SampleTransaction().lines(cancelled, line(2, "傘", "02", 500, 1))))
        .doesNotContain("軽")
        .doesNotContain("むぎちゃ");
  }

  @Test
  void subtotalDiscounts_printOneSignAndNoTrailingZeros() {
    assertThat(
            journal(
                new SampleTransaction()
                    .sales(sales(714, 0, 1, 0, 0))
                    .subtotalDiscounts(
                        off(DiscountType.PERCENTAGE, "10.0", 79),
                        off(DiscountType.PERCENTAGE, "7.50", 1000),
                        off(DiscountType.AMOUNT, "50", 50))))
        .contains("小計            1 個    \\1,843  \n")
        .contains("  小計割引: 10%           -\\79  \n")
        .contains("  小計割引: 7.5%       -\\1,000  \n")
        .contains("  小計値引                -\\50  \n");
  }

  @Test
  void longAmounts_displaceBlanksThenText_butNeverDigits() {
    assertThat(
            journal(
                new SampleTransaction()
                    .sales(sales(999_999_999_999L, 0, 9999, 0, 0))
                    .lines(line(1, "とても長い名前の商品でございます", "02", 99_990_000, 9999))
                    .subtotalDiscounts(off(DiscountType.PERCENTAGE, "12.5", 100_000_000_000L))))
        .contains("とても長い名前 999,800,010,000込\n")
        .contains("小計9999 個 \\1,099,999,999,999  \n")
        .contains("  小計 12.5% -\\100,000,000,000  \n");
  }

  @Test
  void registerNumber_nextToLongStaffId_staysReadable() {
    assertThat(journal(new SampleTransaction().staffId("staff-0123456789-0123456789")))
        .startsWith("9 責# staff-0123456789-012345678\n");
  }

  @Test
  void note_widerThanThePaper_isCutInTheJournalOnly() {
    String slogan = "毎度ありがとうございますまたのお越しをお待ちします";
    PrintedReceipt printed =
        ReceiptPrinter.print(
            new SampleTransaction()
                .receipt(notes(new ReceiptNote("!" + slogan, Alignment.CENTER)))
                .make());

    assertThat(printed.journalText()).startsWith("!毎度ありがとうございますまたの \n");
    assertThat(printed.receiptText()).contains("\t\t\t!" + slogan + "\n");
  }

  private static ReceiptSettings notes(ReceiptNote... headers) {
    return new ReceiptSettings(
        NumberRange.DEFAULT, Optional.empty(), List.of(headers), List.of(), LongItemNames.CUT);
  }
}
