package dev.poscart.app;

import static dev.poscart.app.Selling.item;
import static dev.poscart.app.Selling.journal;
import static dev.poscart.app.Selling.list;
import static dev.poscart.app.Selling.number;
import static dev.poscart.app.Selling.paying;
import static dev.poscart.app.Selling.percentOff;
import static dev.poscart.app.Selling.priced;
import static dev.poscart.app.Selling.sold;
import static dev.poscart.app.Selling.tender;
import static dev.poscart.app.Selling.transaction;
import static dev.poscart.app.Selling.yenOff;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Money on slips: the known defects of kugelpos, by their numbers in {@code docs/defects.md},
 * against the whole service.
 */
class SlipDefectsTest extends OneTillFixture {

  @Test
  void d24_reducedRate_isMarkedAndExplained() throws IOException {
    List<String> printed = journal(sold(till, "1000", item("J", 1), item("X8", 1), item("A", 1)));

    assertThat(printed)
        .contains(
            "ジュース                   108軽",
            "外8                        100軽",
            "りんご                     100外",
            "軽:軽減税率対象                 ");
    assertThat(journal(sold(till, "1000", item("A", 1)))).noneMatch(line -> line.contains("軽減税率"));
  }

  @ParameterizedTest
  @CsvSource({"49999, 0", "50000, 200", "1000000, 200", "1000001, 400", "2000001, 600"})
  void d26_stampDuty_followsTheBandsOfTheLaw(String price, String duty) throws IOException {
    JsonNode sale = sold(till, price, priced("E", 1, price));

    assertThat(number(sale, "/stampDutyAmount")).isEqualByComparingTo(duty);
  }

  @Test
  void d26_voidSlip_hasNoStamp() throws IOException {
    JsonNode sale = sold(till, "60000", priced("E", 1, "60000"));
    assertThat(journal(sale)).anyMatch(line -> line.startsWith("印紙代200円"));

    JsonNode slip = ok(till.post(transaction(1, sale) + "/void", list(tender("01", "60000"))));

    assertThat(journal(slip)).noneMatch(line -> line.contains("stamp") || line.contains("印紙"));
  }

  @Test
  void d28_figures_arePrintedWithOneSign_wholePercents_andWithin32Columns() throws IOException {
    String cart = paying(till, priced("E", 2, "1234567.5"), priced("E", 9997, "1"));
    ok(discount(cart, percentOff("10"), percentOff("7.5"), yenOff("1")));
    ok(till.pay(cart, "01", "9000000"));

    List<String> printed = journal(ok(till.bill(cart)));

    assertThat(printed)
        .contains(
            "小計        9999 個 \\2,479,132  ",
            "  小計割引: 10%      -\\247,913  ",
            "  小計割引: 7.5%     -\\185,935  ",
            "  小計値引                 -\\1  ")
        .allSatisfy(line -> assertThat(columns(line)).as(line).isEqualTo(32));
  }

  /** 70.55 paid with 71; two pieces at 70.5. */
  @Test
  void d28_fractions_arePrintedAsStored() throws IOException {
    JsonNode sale = sold(till, "71", priced("E", 1, "70.55"));
    assertThat(number(sale, "/changeAmount")).isEqualByComparingTo("0.45");
    assertThat(journal(sale))
        .contains(
            "切手                     70.55  ",
            "合計                    \\70.55  ",
            "お預り                     \\71  ",
            "お釣り                   \\0.45  ",
            "現金                    \\70.55  ");

    assertThat(journal(sold(till, "141", item("P", 2))))
        .contains("はかり売り                 141  ", "        2 個@70.5               ");
  }

  /** Columns of a text of kana, kanji and ASCII. */
  private static int columns(String text) {
    return text.codePoints().map(c -> c < 0x100 ? 1 : 2).sum();
  }

  private static TestTill.Answer discount(String cart, String... entries) throws IOException {
    return till.post("/carts/" + cart + "/discounts", list(entries));
  }

  private static JsonNode ok(TestTill.Answer answer) {
    return TestTill.expect(200, answer).data();
  }
}
