package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.SampleSales.groceries;
import static dev.poscart.domain.receipt.SampleTransaction.EVENING;
import static dev.poscart.domain.receipt.SampleTransaction.cash;
import static dev.poscart.domain.receipt.SampleTransaction.cashless;
import static dev.poscart.domain.receipt.SampleTransaction.off;
import static dev.poscart.domain.receipt.SampleTransaction.sales;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.report.Drawer;
import dev.poscart.domain.report.ReportHeading;
import dev.poscart.domain.report.ReportPeriod;
import dev.poscart.domain.report.SalesFigures;
import dev.poscart.domain.report.SoldGoods;
import dev.poscart.domain.report.Tally;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whole reports of one sale, each figure worked out by hand. */
class PrintedReportsTest {

  private static final ReportPeriod DAY = ReportPeriod.day(LocalDate.of(2026, 11, 23));

  /** 1,594 with tax: 300 + 28 external, 98 and 1,500 with internal tax, less 232, less 100. */
  private static final Transaction SALE =
      groceries()
          .sales(sales(1566, 28, 7, 906, 0))
          .lines(
              shared(SampleTransaction.line(1, "みかん", "01", 100, 3), 18),
              shared(SampleTransaction.line(2, "むぎちゃ", "12", 98, 1), 6),
              shared(
                  SampleTransaction.line(3, "傘", "02", 500, 3)
                      .withDiscounts(
                          Money.of(1268),
                          List.of(
                              off(DiscountType.PERCENTAGE, "15.0", 225),
                              off(DiscountType.AMOUNT, "7", 7))),
                  76),
              SampleTransaction.line(4, "葉書", "00", 84, 1).asCancelled())
          .payments(cashless(500, 500), cash(2000, 1094))
          .make();

  private static final SalesFigures FIGURES = SalesFigures.of(SALE);
  private static final SoldGoods GOODS = SoldGoods.of(SALE);

  @Test
  void zReportOfTill_showsSalesTaxesPaymentsAndTheDrawer() {
    Drawer drawer = drawer(Optional.of(Money.of(33_000)));
    assertThat(shown(ReportPrinter.sales(till(), FIGURES, drawer)))
        .isEqualTo(WholeReceiptsTest.file("z-report.txt"));
  }

  @Test
  void xReportOfStore_saysThatCashIsNotCounted() {
    ReportHeading store =
        new ReportHeading(
            "みなと店",
            Optional.empty(),
            Optional.empty(),
            EVENING,
            false,
            DAY,
            Optional.empty(),
            Optional.empty(),
            false);
    assertThat(shown(ReportPrinter.sales(store, FIGURES, drawer(Optional.empty()))))
        .contains("店舗合計              責# ------\n")
        .contains("【 売 上 レ ポ ー ト ( 速報 ) 】\n")
        .contains(" ドロア内現金             ------\n")
        .contains(" 過不足                   ------\n")
        .doesNotContain("開設回数", "精算通番", "再 発 行");
  }

  @Test
  void reprintedZReport_saysSo() {
    ReportHeading reprint =
        new ReportHeading(
            "みなと店",
            Optional.of(9),
            Optional.of("S001"),
            EVENING,
            true,
            new ReportPeriod(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 23)),
            Optional.empty(),
            Optional.empty(),
            true);
    assertThat(shown(ReportPrinter.payments(reprint, FIGURES)))
        .contains("            再 発 行\n期間 2026年11月22日(日)\n     ～ 2026年11月23日(月)\n");
  }

  @Test
  void categories_showGoodsBeforeAndAfterDiscounts() {
    assertThat(body(ReportPrinter.categories(till(), GOODS, Map.of("C1", "雑貨"))))
        .isEqualTo(
            """
            雑貨             7点     1,898円
              値引           7点      -332円
            --------------------------------
            合計             7点     1,898円
              値引           7点      -332円

            総売上: 1,898円
            値引計: 332円
            純売上: 1,566円
            --------------------------------
            レシートNo. ------
            """);
  }

  @Test
  void items_standUnderTheirCategoryWithItsNet() {
    assertThat(body(ReportPrinter.items(till(), GOODS, Map.of("C1", "雑貨"))))
        .startsWith(
            """
            雑貨
              みかん         3点       300円
                値引         3点       -18円
              むぎちゃ       1点        98円
                値引         1点        -6円
              傘             3点     1,500円
                値引         3点      -308円
            小計             7点     1,566円

            --------------------------------
            合計             7点     1,898円
            """);
  }

  @Test
  void payments_showCountsSharesAndAmounts_greatestFirst() {
    assertThat(body(ReportPrinter.payments(till(), FIGURES)))
        .isEqualTo(
            """
            決 済 方 法 別 集 計
            --------------------------------
            現金
              件数:      1件 構成比:  68.63%
              金額:      1,094円

            キャッシュレス
              件数:      1件 構成比:  31.37%
              金額:        500円

            --------------------------------
            合 計
              総件数:        2件
              総金額:      1,594円
            --------------------------------


                      *** END ***
            """);
  }

  private static ReportHeading till() {
    return new ReportHeading(
        "みなと店",
        Optional.of(9),
        Optional.of("S001"),
        EVENING,
        true,
        DAY,
        Optional.of(1),
        Optional.of(100),
        false);
  }

  private static Drawer drawer(Optional<Money> counted) {
    return new Drawer(
        FIGURES.takings().cash(),
        new Tally(Money.of(35_000), 0, 2),
        new Tally(Money.of(-3_000), 0, 1),
        counted);
  }

  private static LineItem shared(LineItem line, long share) {
    return line.withAllocated(List.of(off(DiscountType.AMOUNT, "100", share)));
  }

  /**
   * The journal text without the blanks at the ends of its lines, which are all 32 columns wide.
   */
  private static String shown(PrintedReceipt printed) {
    assertThat(printed.journalText().lines()).allMatch(line -> Columns.of(line) == 32);
    return printed.journalText().replaceAll(" +\n", "\n");
  }

  /** What follows the first rule. */
  private static String body(PrintedReceipt printed) {
    String rule = "-".repeat(32) + "\n";
    String shown = shown(printed);
    return shown.substring(shown.indexOf(rule) + rule.length());
  }
}
