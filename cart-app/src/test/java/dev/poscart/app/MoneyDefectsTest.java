package dev.poscart.app;

import static dev.poscart.app.Selling.entering;
import static dev.poscart.app.Selling.item;
import static dev.poscart.app.Selling.journal;
import static dev.poscart.app.Selling.list;
import static dev.poscart.app.Selling.number;
import static dev.poscart.app.Selling.paying;
import static dev.poscart.app.Selling.percentOff;
import static dev.poscart.app.Selling.priced;
import static dev.poscart.app.Selling.refused;
import static dev.poscart.app.Selling.sold;
import static dev.poscart.app.Selling.taxTargets;
import static dev.poscart.app.Selling.tender;
import static dev.poscart.app.Selling.transaction;
import static dev.poscart.app.Selling.yenOff;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.config.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Money, discounts and tax: the known defects of kugelpos, by their numbers in {@code
 * docs/defects.md}, against the whole service.
 */
class MoneyDefectsTest {

  @TempDir static Path folder;

  private static RunningShop shop;

  private static TestTill till;

  @BeforeAll
  static void open() {
    shop = RunningShop.open(folder, Map.of());
    till = shop.till(1);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void d11_twoSubtotalDiscounts_bothLowerTheTaxBases() throws IOException {
    String cart = paying(till, item("A", 3), item("E", 1));
    JsonNode discounted = ok(discount(cart, yenOff("100"), yenOff("50")));

    assertThat(number(discounted, "/totalAmount")).isEqualByComparingTo("234");
    // 100 of 300 and 84: 78.1 and 21.9; 50 of the 222 and 62 left: 39.1 and 10.9
    assertThat(taxTargets(discounted)).containsExactly("01 183.0", "00 51.0");
  }

  @Test
  void d12_subtotalDiscount_passesARestrictedItemBy() throws IOException {
    String cart = paying(till, item("R", 1), item("A", 1));
    JsonNode discounted = ok(discount(cart, yenOff("50")));

    assertThat(taxTargets(discounted)).containsExactly("00 180.0", "01 50.0");
    assertThat(number(discounted, "/totalAmount")).isEqualByComparingTo("230");
  }

  /** A quarter of three lines of 2 yen is 1.5 yen, 2 rounded; each line's share would round up. */
  @Test
  void d13_sharesOfADiscount_sumToIt() throws IOException {
    String cart = paying(till, priced("A", 1, "2"), priced("E", 1, "2"), priced("B", 1, "2"));
    JsonNode discounted = ok(discount(cart, percentOff("25")));

    assertThat(number(discounted, "/subtotalDiscounts/0/discountAmount")).isEqualByComparingTo("2");
    assertThat(taxTargets(discounted)).containsExactly("01 1.0", "00 1.0", "02 2.0");
  }

  @Test
  void d14_clearedDiscounts_leaveNoShares() throws IOException {
    String cart = paying(till, item("A", 3));
    assertThat(taxTargets(ok(discount(cart, yenOff("100"))))).containsExactly("01 200.0");

    assertThat(taxTargets(ok(discount(cart)))).containsExactly("01 300.0");
  }

  @ParameterizedTest
  @CsvSource({
    "DiscountAmount, -1, 422, 300001, 422, 300001",
    "DiscountAmount, NaN, 422, 300001, 422, 300001",
    "DiscountAmount, Infinity, 422, 300001, 422, 300001",
    "DiscountAmount, 101, 400, 402002, 200, -",
    "DiscountAmount, 111, 400, 402002, 400, 402003",
    "DiscountPercentage, -1, 422, 300001, 422, 300001",
    "DiscountPercentage, 100.5, 400, 300001, 400, 300001"
  })
  void d15_discountThatCannotBe_isRefused(
      String type, String value, int lineStatus, String lineCode, int status, String code)
      throws IOException {
    String entry = list("{\"discountType\":\"" + type + "\",\"discountValue\":" + value + "}");
    String line = entering(till, item("A", 1));
    refused(lineStatus, lineCode, till.post("/carts/" + line + "/lineItems/1/discounts", entry));
    assertThat(number(till.cart(line).data(), "/totalAmount")).isEqualByComparingTo("100");

    if (status != 200) {
      String cart = paying(till, item("A", 1));
      refused(status, code, till.post("/carts/" + cart + "/discounts", entry));
      assertThat(number(till.cart(cart).data(), "/totalAmount")).isEqualByComparingTo("100");
    }
  }

  @Test
  void d15_severalDiscountsThatTogetherExceed_areRefused() throws IOException {
    String cart = entering(till, item("A", 1));
    String path = "/carts/" + cart + "/lineItems/1/discounts";
    refused(400, "402002", till.post(path, list(yenOff("60"), yenOff("41"))));
    refused(400, "402002", till.post(path, list(percentOff("50"), yenOff("51"))));
    assertThat(number(till.cart(cart).data(), "/totalAmount")).isEqualByComparingTo("100");

    String paying = paying(till, item("E", 1));
    refused(400, "402003", discount(paying, yenOff("80"), yenOff("5")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "10000", "NaN", "1e308"})
  void d16_quantityOutOfBounds_isRefused(String quantity) throws IOException {
    String cart = entering(till, item("A", 1));
    refused(422, "300001", add(cart, "{\"itemCode\":\"A\",\"quantity\":" + quantity + "}"));
    refused(
        422,
        "300001",
        till.call("PATCH", "/carts/" + cart + "/lineItems/1/quantity", quantity(quantity)));
    assertThat(number(till.cart(cart).data(), "/totalQuantity")).isEqualByComparingTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "-0.01", "1000000000", "0.001", "NaN", "-Infinity", "1e308"})
  void d16_unitPriceOutOfBounds_isRefused(String price) throws IOException {
    String cart = entering(till, item("A", 1));
    refused(422, "300001", add(cart, priced("A", 1, price)));
    refused(
        422,
        "300001",
        till.call("PATCH", "/carts/" + cart + "/lineItems/1/unitPrice", unitPrice(price)));
    assertThat(number(till.cart(cart).data(), "/totalAmount")).isEqualByComparingTo("100");
  }

  @Test
  void d16_boundsAreAsConfigured_andIncluded(@TempDir Path other) throws IOException {
    String cart = entering(till, priced("E", 9999, "999999999"), priced("E", 1, "0.01"));
    assertThat(number(till.cart(cart).data(), "/totalAmount"))
        .isEqualByComparingTo("9998999990001.01");

    Map<Variable, String> small =
        Map.of(Variable.MAX_QUANTITY, "5", Variable.MAX_UNIT_PRICE, "200");
    try (RunningShop kiosk = RunningShop.open(other, small)) {
      String narrow = entering(kiosk.till(1), priced("E", 5, "200"));
      refused(422, "300001", kiosk.till(1).add(narrow, "E", 6));
      refused(
          422,
          "300001",
          kiosk.till(1).post("/carts/" + narrow + "/lineItems", list(priced("E", 1, "200.01"))));
    }
  }

  @Test
  void d17_priceZeroAtEntry_isTheMasters_likeNullAndNone() throws IOException {
    String cart =
        entering(
            till,
            priced("A", 1, "0"),
            priced("A", 1, "0.00"),
            priced("J", 1, "null"),
            item("E", 1),
            priced("E", 1, "0.01"));
    JsonNode lines = till.cart(cart).data();

    assertThat(number(lines, "/lineItems/0/unitPrice")).isEqualByComparingTo("100");
    assertThat(number(lines, "/lineItems/1/unitPrice")).isEqualByComparingTo("100");
    assertThat(number(lines, "/lineItems/2/unitPrice")).isEqualByComparingTo("108");
    assertThat(number(lines, "/lineItems/3/unitPrice")).isEqualByComparingTo("84");
    assertThat(number(lines, "/lineItems/4/unitPrice")).isEqualByComparingTo("0.01");
  }

  @Test
  void d17_priceChangedToZero_isZero() throws IOException {
    String cart = entering(till, priced("A", 1, "0"));
    String price = "/carts/" + cart + "/lineItems/1/unitPrice";
    JsonNode line = ok(till.call("PATCH", price, unitPrice("0"))).at("/lineItems/0");

    assertThat(number(line, "/unitPrice")).isEqualByComparingTo("0");
    assertThat(number(line, "/unitPriceOriginal")).isEqualByComparingTo("100");
    assertThat(line.path("isUnitPriceChanged").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "-84"})
  void d18_tenderThatIsNotPositive_isRefused(String amount) throws IOException {
    String cart = paying(till, item("E", 1));
    refused(422, "300001", till.pay(cart, "01", amount));
    assertThat(till.cart(cart).data().path("payments")).isEmpty();

    String sale = transaction(1, sold(till, "84", item("E", 1)));
    String refund = list(tender("01", "84"), tender("11", amount));
    refused(422, "300001", till.post(sale + "/return", refund));
    refused(422, "300001", till.post(sale + "/void", refund));
  }

  @Test
  void d19_resume_takesTheChangeBack() throws IOException {
    String cart = paying(till, item("A", 1));
    assertThat(number(ok(till.pay(cart, "01", "1000")), "/changeAmount"))
        .isEqualByComparingTo("890");

    JsonNode resumed = ok(till.post("/carts/" + cart + "/resume-item-entry", ""));

    assertThat(number(resumed, "/changeAmount")).isEqualByComparingTo("0");
    assertThat(number(resumed, "/depositAmount")).isEqualByComparingTo("0");
    assertThat(number(resumed, "/balanceAmount")).isEqualByComparingTo("110");
  }

  @Test
  void d20_resume_dropsTheDiscountsOfTheSubtotal() throws IOException {
    String cart = paying(till, item("A", 3));
    ok(discount(cart, yenOff("100")));

    JsonNode resumed = ok(till.post("/carts/" + cart + "/resume-item-entry", ""));

    assertThat(resumed.path("subtotalDiscounts")).isEmpty();
    assertThat(number(resumed, "/totalDiscountAmount")).isEqualByComparingTo("0");
    assertThat(taxTargets(resumed)).containsExactly("01 300.0");
  }

  @Test
  void d21_promotionThatStartsWhileTheCustomerPays_isNotGiven(@TempDir Path other)
      throws IOException {
    String cart;
    try (RunningShop before = RunningShop.open(other, Map.of())) {
      cart = paying(before.till(1), item("A", 1));
      ok(before.till(1).pay(cart, "01", "110"));
    }
    String promoted =
        RunningShop.profile()
            .replaceFirst(
                "\"settings\"",
                """
                "promotions": [{"promotionCode": "P20", "promotionType": "category_discount",
                  "name": "offer", "startDateTime": "2020-01-01T00:00:00+09:00",
                  "endDateTime": "2099-01-01T00:00:00+09:00",
                  "detail": {"targetCategoryCodes": ["C1"], "discountRate": 20}}], "settings\"""");
    try (RunningShop after = RunningShop.open(other, promoted, Map.of())) {
      JsonNode billed = ok(after.till(1).bill(cart));
      assertThat(number(billed, "/balanceAmount")).isEqualByComparingTo("0");
      assertThat(number(billed, "/totalAmount")).isEqualByComparingTo("100");
      String next = entering(after.till(1), item("A", 1));
      assertThat(number(after.till(1).cart(next).data(), "/totalAmount"))
          .isEqualByComparingTo("80");
    }
  }

  @Test
  void d22_fractionOfAYen_canBePaid() throws IOException {
    String cart = paying(till, priced("E", 1, "10.5"));
    assertThat(number(ok(till.pay(cart, "11", "10")), "/balanceAmount"))
        .isEqualByComparingTo("0.5");
    assertThat(number(ok(till.pay(cart, "11", "0.5")), "/balanceAmount")).isEqualByComparingTo("0");
    ok(till.bill(cart));
  }

  @Test
  void d23_amounts_areExact() throws IOException {
    String cart = entering(till, priced("E", 3, "0.1"), priced("E", 1, "1.1"));
    JsonNode exact = till.cart(cart).data();

    assertThat(exact.at("/lineItems/0/amount")).hasToString("0.3");
    assertThat(exact.path("totalAmount")).hasToString("1.4");
  }

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
  void d26_stampDuty_hasTheLawsBands(String price, String duty) throws IOException {
    JsonNode sale = sold(till, price, priced("E", 1, price));

    assertThat(number(sale, "/stampDutyAmount")).isEqualByComparingTo(duty);
  }

  @Test
  void d26_stamp_isNotOnAVoidSlip() throws IOException {
    JsonNode sale = sold(till, "60000", priced("E", 1, "60000"));
    assertThat(journal(sale)).anyMatch(line -> line.startsWith("印紙代200円"));

    JsonNode slip = ok(till.post(transaction(1, sale) + "/void", list(tender("01", "60000"))));

    assertThat(journal(slip)).noneMatch(line -> line.contains("stamp") || line.contains("印紙"));
  }

  @Test
  void d27_replacedDiscount_doesNotCountAgainstTheNewOne() throws IOException {
    String cart = entering(till, item("A", 1));
    String path = "/carts/" + cart + "/lineItems/1/discounts";
    ok(till.post(path, list(yenOff("80"))));
    assertThat(number(ok(till.post(path, list(yenOff("90")))), "/totalAmount"))
        .isEqualByComparingTo("10");

    String paying = paying(till, item("A", 3));
    ok(discount(paying, yenOff("200")));
    assertThat(number(ok(discount(paying, yenOff("250"))), "/totalAmount"))
        .isEqualByComparingTo("50");
  }

  @Test
  void d28_figures_arePrintedWithOneSign_wholePercents_andIn32Columns() throws IOException {
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
  void d28_fractions_arePrintedAsTheyAreKept() throws IOException {
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

  private static TestTill.Answer add(String cart, String entry) throws IOException {
    return till.post("/carts/" + cart + "/lineItems", list(entry));
  }

  private static TestTill.Answer discount(String cart, String... entries) throws IOException {
    return till.post("/carts/" + cart + "/discounts", list(entries));
  }

  private static String quantity(String value) {
    return "{\"quantity\":" + value + "}";
  }

  private static String unitPrice(String value) {
    return "{\"unitPrice\":" + value + "}";
  }

  private static JsonNode ok(TestTill.Answer answer) {
    return TestTill.expect(200, answer).data();
  }
}
