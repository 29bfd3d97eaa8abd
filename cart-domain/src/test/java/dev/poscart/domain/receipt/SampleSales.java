package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.SampleTransaction.cash;
import static dev.poscart.domain.receipt.SampleTransaction.line;
import static dev.poscart.domain.receipt.SampleTransaction.off;
import static dev.poscart.domain.receipt.SampleTransaction.sales;
import static dev.poscart.domain.receipt.SampleTransaction.tax;

import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.LongItemNames;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.ReceiptNote;
import dev.poscart.domain.model.ReceiptNote.Alignment;
import dev.poscart.domain.model.ReceiptSettings;
import dev.poscart.domain.model.TaxType;
import java.util.List;
import java.util.Optional;

/** Sales to print, with figures worked out by hand. */
final class SampleSales {

  private SampleSales() {}

  /**
   * A name that just fits; one that does not; one that breaks between blanks; one that is too long
   * for two lines; one that breaks before joined emoji and ends at a sound mark of its own.
   */
  static SampleTransaction longNames(LongItemNames names) {
    LineItem oil =
        line(2, "有機エクストラバージンオリーブ油", "12", 2_980, 2)
            .withDiscounts(Money.of(5_364), List.of(off(DiscountType.PERCENTAGE, "10", 596)));
    return new SampleTransaction()
        .receipt(
            new ReceiptSettings(NumberRange.DEFAULT, Optional.empty(), List.of(), List.of(), names))
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

  static SampleTransaction groceries() {
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

  static SampleTransaction expensive() {
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
                NumberRange.DEFAULT,
                Optional.of("T1234567890123"),
                List.of(
                    new ReceiptNote("みなと店", Alignment.CENTER),
                    new ReceiptNote("", Alignment.CENTER)),
                List.of(new ReceiptNote("またどうぞ", Alignment.RIGHT)),
                LongItemNames.CUT));
  }
}
