package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.SampleTransaction.cancelled;
import static dev.poscart.domain.receipt.SampleTransaction.cash;
import static dev.poscart.domain.receipt.SampleTransaction.cashless;
import static dev.poscart.domain.receipt.SampleTransaction.line;
import static dev.poscart.domain.receipt.SampleTransaction.off;
import static dev.poscart.domain.receipt.SampleTransaction.origin;
import static dev.poscart.domain.receipt.SampleTransaction.sales;
import static dev.poscart.domain.receipt.SampleTransaction.tax;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.LongItemNames;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.ReceiptNote;
import dev.poscart.domain.model.ReceiptNote.Alignment;
import dev.poscart.domain.model.ReceiptSettings;
import dev.poscart.domain.model.TaxType;
import dev.poscart.domain.model.TransactionType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whole receipts, compared character by character with files that show them as printed. */
class ReceiptPrinterTest {

  @Test
  void sale_withDiscountsTaxesAndMixedTender_isPrintedAsReceipt() {
    assertPrinted(
        "sale",
        groceries()
            .sales(sales(1566, 28, 7, 906, 0))
            .payments(cashless(500, 500), cash(2000, 1094)));
  }

  @Test
  void return_namesTheReceiptItRefersTo() {
    assertPrinted(
        "return",
        groceries()
            .type(TransactionType.RETURN)
            .numbers(2, 111_112)
            .payments(cash(1594, 1594))
            .origin(origin(TransactionType.SALE, 1, 111_111)));
  }

  @Test
  void voidOfSale_hasItsOwnTitle() {
    assertPrinted(
        "void-sale",
        groceries()
            .type(TransactionType.VOID_SALE)
            .numbers(4, 111_114)
            .payments(cashless(0, 500), cash(1094, 1094))
            .origin(origin(TransactionType.SALE, 1, 111_111)));
  }

  @Test
  void voidOfReturn_namesTheReturn() {
    assertPrinted(
        "void-return",
        groceries()
            .type(TransactionType.VOID_RETURN)
            .numbers(3, 111_113)
            .payments(cash(1594, 1594))
            .origin(origin(TransactionType.RETURN, 2, 111_112)));
  }

  @Test
  void cancelledSale_saysSoAndHasNoPayment() {
    assertPrinted(
        "cancelled-sale",
        new SampleTransaction()
            .numbers(5, 111_115)
            .sales(cancelled(sales(100, 10, 1, 0, 0)))
            .lines(line(1, "みかん", "01", 100, 1))
            .taxes(tax("01", TaxType.EXTERNAL, "外税10%", 10, 100)));
  }

  @Test
  void stampDuty_printsBoxBetweenReceiptNumberAndFooters() {
    assertPrinted("stamp-duty", expensive());
  }

  @Test
  void stampDuty_onSlipsOfVoidsAndReturns_isNotPrinted() {
    for (TransactionType type : List.of(TransactionType.RETURN, TransactionType.VOID_SALE)) {
      assertThat(journal(expensive().type(type))).doesNotContain("印紙代").doesNotContain("(stamp)");
    }
  }

  @Test
  void cancelledSale_thatWasPaid_undoesThePayments_andHasNoStamp() {
    assertThat(
            journal(expensive().sales(cancelled(sales(60_300, 24, 4, 9676, 200)))).lines().toList())
        .containsSequence(
            "お支払取消額           \\60,324  ",
            "--------------------------------",
            "現金                   \\60,324  ",
            "--------------------------------")
        .noneMatch(line -> line.contains("お預り") || line.contains("お釣り"))
        .noneMatch(line -> line.contains("印紙代") || line.contains("(stamp)"));
  }

  @Test
  void return_ofNothingPaid_saysNothingOfMoney() {
    assertThat(journal(new SampleTransaction().type(TransactionType.RETURN).payments(cash(0, 0))))
        .doesNotContain("返金")
        .doesNotContain("現金");
  }

  @Test
  void origin_onSale_isNotPrinted() {
    assertThat(journal(groceries().origin(origin(TransactionType.SALE, 1, 1))))
        .doesNotContain("[対象レシート]");
  }

  @Test
  void origin_ofUnknownKind_isCalledUnknown() {
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
  void cash_takenTwice_isOneEntryAndNothingPaidIsSkipped() {
    assertThat(
            journal(
                    new SampleTransaction()
                        .payments(
                            cashless(300, 300),
                            cash(500, 500),
                            cashless(100, 100),
                            cash(1000, 725),
                            cashless(0, 0)))
                .lines())
        .containsSequence(
            "お預り                  \\1,500  ",
            "お釣り                    \\275  ",
            "--------------------------------",
            "現金                    \\1,225  ",
            "キャッシュレス            \\300  ",
            "キャッシュレス            \\100  ",
            "--------------------------------");
  }

  @Test
  void voucherThatGivesNoChange_printsItsFaceValueAndWhatIsKept() {
    Payment voucher =
        new Payment(
            1,
            "12",
            PaymentKind.OTHER,
            "商品券",
            Money.of(5000),
            Money.of(3200),
            Money.of(1800),
            Optional.empty());

    assertThat(journal(new SampleTransaction().payments(voucher)).lines())
        .containsSequence(
            "商品券                  \\3,200  ",
            "  (額面                \\5,000)  ",
            "  (お釣りなし          \\1,800)  ",
            "--------------------------------");
  }

  @Test
  void voucherThatGivesChange_printsWhatWasHandedOverAndGivenBack() {
    Payment voucher = SampleTransaction.payment("13", PaymentKind.OTHER, "ギフト券", 5000, 3200);

    assertThat(journal(new SampleTransaction().payments(voucher)).lines())
        .containsSequence(
            "ギフト券                \\3,200  ",
            "  (お預り              \\5,000)  ",
            "  (お釣り              \\1,800)  ",
            "--------------------------------");
  }

  @Test
  void subtotalDiscounts_printOneSignAndNoNeedlessDecimals() {
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
  void longAmounts_takeBlanksThenTextButNeverDigits() {
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
  void registerNumber_besideLongStaffId_staysReadable() {
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

  @Test
  void longNames_areCut() {
    assertPrinted("long-names-cut", longNames(LongItemNames.CUT));
  }

  @Test
  void longNames_goOnInASecondLine_whereTheShopSaysSo() {
    assertPrinted("long-names-wrapped", longNames(LongItemNames.WRAP));
  }

  /**
   * A name that just fits; one that does not; one that breaks between blanks; one that is too long
   * for two lines; one that breaks before joined emoji and ends at a sound mark of its own.
   */
  private static SampleTransaction longNames(LongItemNames names) {
    LineItem oil =
        line(2, "有機エクストラバージンオリーブ油", "12", 2_980, 2)
            .withDiscounts(Money.of(5_364), List.of(off(DiscountType.PERCENTAGE, "10", 596)));
    return new SampleTransaction()
        .receipt(
            new ReceiptSettings(
                NumberRange.STANDARD, Optional.empty(), List.of(), List.of(), names))
        .sales(sales(8_564, 0, 6, 1_436, 0))
        .lines(
            line(1, "国産牛ロースすき焼き用切落", "12", 800, 1),
            oil,
            line(3, "MINERAL WATER EXTRA COLD   500 ml PET", "12", 400, 1),
            line(4, "寿限無寿限無五劫の擦り切れ海砂利水魚の水行末雲来末風来末食う寝る処", "12", 500, 1),
            line(5, "ファミリーパックお徳用1👨\u200D👩\u200D👧たべほうだいのおとくなた\u3099い", "12", 1_500, 1))
        .taxes(tax("12", TaxType.INTERNAL, "内税 8%", 634, 8_564))
        .payments(cash(10_000, 8_564));
  }

  private static SampleTransaction groceries() {
    LineItem umbrella =
        line(3, "傘", "02", 500, 3)
            .withDiscounts(
                Money.of(1268),
                List.of(
                    off(DiscountType.PERCENTAGE, "15.0", 225), off(DiscountType.AMOUNT, "7", 7)));
    return new SampleTransaction()
        .sales(sales(1566, 28, 7, 0, 0))
        .lines(
            line(1, "みかん", "01", 100, 3),
            line(2, "むぎちゃ", "12", 98, 1),
            umbrella,
            line(4, "葉書", "00", 84, 1).asCancelled())
        .subtotalDiscounts(off(DiscountType.AMOUNT, "100", 100))
        .taxes(
            tax("01", TaxType.EXTERNAL, "外税10%", 28, 282),
            tax("12", TaxType.INTERNAL, "内税 8%", 6, 92),
            tax("02", TaxType.INTERNAL, "内税10%", 108, 1192));
  }

  private static SampleTransaction expensive() {
    return new SampleTransaction()
        .numbers(6, 111_116)
        .sales(sales(60_300, 24, 4, 9676, 200))
        .lines(line(1, "時計", "02", 60_000, 1), line(2, "豆1", "11", 100, 3))
        .taxes(
            tax("02", TaxType.INTERNAL, "内税10%", 5454, 60_000),
            tax("11", TaxType.EXTERNAL, "外税 8%", 24, 300))
        .payments(cash(70_000, 60_324))
        .receipt(
            new ReceiptSettings(
                NumberRange.STANDARD,
                Optional.of("T1234567890123"),
                List.of(
                    new ReceiptNote("みなと店", Alignment.CENTER),
                    new ReceiptNote("", Alignment.CENTER)),
                List.of(new ReceiptNote("またどうぞ", Alignment.RIGHT)),
                LongItemNames.CUT));
  }

  private static ReceiptSettings notes(ReceiptNote... headers) {
    return new ReceiptSettings(
        NumberRange.STANDARD, Optional.empty(), List.of(headers), List.of(), LongItemNames.CUT);
  }

  private static String journal(SampleTransaction transaction) {
    return ReceiptPrinter.print(transaction.make()).journalText();
  }

  private static void assertPrinted(String name, SampleTransaction transaction) {
    PrintedReceipt printed = ReceiptPrinter.print(transaction.make());

    assertThat(printed.journalText()).isEqualTo(file(name + ".txt"));
    assertThat(printed.receiptText()).isEqualTo(file(name + ".xml"));
  }

  private static String file(String name) {
    try (InputStream in =
        Objects.requireNonNull(ReceiptPrinterTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
