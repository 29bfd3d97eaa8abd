package dev.poscart.app;

import static dev.poscart.app.Selling.entering;
import static dev.poscart.app.Selling.item;
import static dev.poscart.app.Selling.list;
import static dev.poscart.app.Selling.number;
import static dev.poscart.app.Selling.paying;
import static dev.poscart.app.Selling.percentOff;
import static dev.poscart.app.Selling.priced;
import static dev.poscart.app.Selling.refused;
import static dev.poscart.app.Selling.taxTargets;
import static dev.poscart.app.Selling.yenOff;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Discounts and promotions: the known defects of kugelpos, by their numbers in {@code
 * docs/defects.md}, against the whole service.
 */
class DiscountDefectsTest extends OneTillFixture {

  @Test
  void d11_twoSubtotalDiscounts_bothLowerTheTaxBases() throws IOException {
    String cart = paying(till, item("A", 3), item("E", 1));
    JsonNode discounted = ok(discount(cart, yenOff("100"), yenOff("50")));

    assertThat(number(discounted, "/totalAmount")).isEqualByComparingTo("234");
    // 100 of 300 and 84: 78.1 and 21.9; 50 of the 222 and 62 left: 39.1 and 10.9
    assertThat(taxTargets(discounted)).containsExactly("01 183.0", "00 51.0");
  }

  @Test
  void d12_subtotalDiscount_skipsARestrictedItem() throws IOException {
    String cart = paying(till, item("R", 1), item("A", 1));
    JsonNode discounted = ok(discount(cart, yenOff("50")));

    assertThat(taxTargets(discounted)).containsExactly("00 180.0", "01 50.0");
    assertThat(number(discounted, "/totalAmount")).isEqualByComparingTo("230");
  }

  /** A quarter of three lines of 2 yen is 1.5 yen, 2 rounded; each line's share would round up. */
  @Test
  void d13_sharesOfADiscount_addUpToIt() throws IOException {
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
  void d15_invalidDiscount_isRefused(
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
  void d15_discountsExceedingTheAmountTogether_areRefused() throws IOException {
    String cart = entering(till, item("A", 1));
    String path = "/carts/" + cart + "/lineItems/1/discounts";
    refused(400, "402002", till.post(path, list(yenOff("60"), yenOff("41"))));
    refused(400, "402002", till.post(path, list(percentOff("50"), yenOff("51"))));
    assertThat(number(till.cart(cart).data(), "/totalAmount")).isEqualByComparingTo("100");

    String paying = paying(till, item("E", 1));
    refused(400, "402003", discount(paying, yenOff("80"), yenOff("5")));
  }

  @Test
  void d20_resume_dropsSubtotalDiscounts() throws IOException {
    String cart = paying(till, item("A", 3));
    ok(discount(cart, yenOff("100")));

    JsonNode resumed = ok(till.post("/carts/" + cart + "/resume-item-entry", ""));

    assertThat(resumed.path("subtotalDiscounts")).isEmpty();
    assertThat(number(resumed, "/totalDiscountAmount")).isEqualByComparingTo("0");
    assertThat(taxTargets(resumed)).containsExactly("01 300.0");
  }

  @Test
  void d21_promotionThatStartsDuringPayment_doesNotApply(@TempDir Path other) throws IOException {
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

  private static TestTill.Answer discount(String cart, String... entries) throws IOException {
    return till.post("/carts/" + cart + "/discounts", list(entries));
  }

  private static JsonNode ok(TestTill.Answer answer) {
    return TestTill.expect(200, answer).data();
  }
}
