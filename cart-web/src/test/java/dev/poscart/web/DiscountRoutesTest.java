package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.domain.fixtures.SaleTestData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Discounts and promotions, over the wire. */
class DiscountRoutesTest {

  private final Shop shop = Shop.open();
  private final TestTill till = shop.till();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void d11_twoSubtotalDiscounts_bothLowerTheTaxBases() {
    String cart = paying(item("A", 3), item("E", 1));

    Reading answer = discount(cart + "/discounts", yen(100), yen(50)).expect(200);

    assertThat(answer.at("/data/totalAmount").decimalValue()).isEqualByComparingTo("234");
    // 100 of 300 and 84: 78.1 and 21.9; 50 of the 222 and 62 left: 39.1 and 10.9
    assertThat(targets(answer)).containsExactly("01 183.0", "00 51.0");
  }

  @Test
  void d12_subtotalDiscount_skipsRestrictedItems() {
    String cart = paying(item("A", 1), item("R", 1));

    Reading answer = discount(cart + "/discounts", yen(50)).expect(200);

    assertThat(answer.at("/data/totalAmount").decimalValue()).isEqualByComparingTo("230");
    assertThat(targets(answer)).containsExactly("01 50.0", "12 180.0");
  }

  @Test
  void d13_shares_addUpToTheDiscount() {
    String cart = paying(priced("A", 50), priced("E", 50));

    // Half a yen each: the line that comes first gives the yen.
    Reading answer = discount(cart + "/discounts", yen(1)).expect(200);

    assertThat(answer.at("/data/totalAmount").decimalValue()).isEqualByComparingTo("99");
    assertThat(targets(answer)).containsExactly("01 49.0", "00 50.0");
  }

  @Test
  void d14_clearingTheDiscounts_clearsTheirShares() {
    String cart = paying(item("A", 3));
    discount(cart + "/discounts", yen(100)).expect(200);

    Reading answer = discount(cart + "/discounts").expect(200);

    assertThat(answer.at("/data/totalAmount").decimalValue()).isEqualByComparingTo("300");
    assertThat(targets(answer)).containsExactly("01 300.0");
  }

  @ParameterizedTest
  @CsvSource({
    "/lineItems/1/discounts, DiscountAmount, -1, 422, 300001",
    "/lineItems/1/discounts, DiscountPercentage, -0.5, 422, 300001",
    "/lineItems/1/discounts, DiscountAmount, NaN, 422, 300001",
    "/lineItems/1/discounts, DiscountPercentage, 100.5, 400, 300001",
    "/lineItems/1/discounts, DiscountAmount, 101, 400, 402002",
    "/discounts, DiscountAmount, -1, 422, 300001",
    "/discounts, DiscountPercentage, -1, 422, 300001",
    "/discounts, DiscountAmount, Infinity, 422, 300001",
    "/discounts, DiscountPercentage, 101, 400, 300001",
    "/discounts, DiscountAmount, 111, 400, 402003"
  })
  void d15_invalidDiscount_isRefused(
      String path, String type, String value, int status, String code) {
    String cart = path.equals("/discounts") ? paying(item("A", 1)) : till.cartWithApple();

    discount(cart + path, entry(type, value)).expectError(status, code);

    assertThat(till.get(cart).at("/data/totalDiscountAmount").decimalValue())
        .isEqualByComparingTo("0");
  }

  @Test
  void d15_severalAmounts_areCheckedTogether() {
    String cart = till.cartWithApple();

    discount(cart + "/lineItems/1/discounts", yen(60), yen(41)).expectError(400, "402002");
    discount(cart + "/lineItems/1/discounts", yen(60), yen(40)).expect(200);
  }

  @Test
  void d19_d20_resume_dropsChangeAndSubtotalDiscounts() {
    String cart = paying(item("A", 3));
    discount(cart + "/discounts", yen(100)).expect(200);
    Reading paid = till.post(cart + "/payments", "[{\"paymentCode\":\"01\",\"amount\":1000}]");
    assertThat(paid.at("/data/changeAmount").decimalValue()).isEqualByComparingTo("780");

    Reading answer = till.post(cart + "/resume-item-entry", "").expect(200);

    assertThat(answer.at("/data/changeAmount").decimalValue()).isEqualByComparingTo("0");
    assertThat(answer.at("/data/subtotalDiscounts")).isEmpty();
    assertThat(targets(answer)).containsExactly("01 300.0");
  }

  @Test
  void d21_promotionThatStartsDuringPayment_doesNotApply() {
    String cart = paying(item("A", 1));
    till.post(cart + "/payments", "[{\"paymentCode\":\"01\",\"amount\":110}]").expect(200);
    shop.promotions = List.of(SaleTestData.categoryDiscount("P20", "20", "C1"));

    Reading billed = till.post(cart + "/bill", "").expect(200);

    assertThat(billed.at("/data/balanceAmount").decimalValue()).isEqualByComparingTo("0");
    assertThat(billed.at("/data/totalAmount").decimalValue()).isEqualByComparingTo("100");
  }

  @Test
  void d27_replacement_isCheckedAgainstTheUndiscountedAmount() {
    String cart = till.cartWithApple();
    discount(cart + "/lineItems/1/discounts", yen(80)).expect(200);
    Reading line = discount(cart + "/lineItems/1/discounts", yen(90)).expect(200);
    assertThat(line.at("/data/totalAmount").decimalValue()).isEqualByComparingTo("10");

    String other = paying(item("A", 3));
    discount(other + "/discounts", yen(200)).expect(200);
    Reading subtotal = discount(other + "/discounts", yen(250)).expect(200);
    assertThat(subtotal.at("/data/totalAmount").decimalValue()).isEqualByComparingTo("50");
  }

  @Test
  void promotion_isListedAfterManualDiscounts_withItsCodeAndType() {
    shop.promotions = List.of(SaleTestData.categoryDiscount("P20", "20", "C1"));
    String cart = till.cart();
    till.post(cart + "/lineItems", "[{\"itemCode\":\"A\",\"quantity\":3,\"unitPrice\":99}]");

    Reading answer =
        discount(cart + "/lineItems/1/discounts", entry("DiscountPercentage", "10")).expect(200);

    assertThat(answer.at("/data/lineItems/0/amount").decimalValue()).isEqualByComparingTo("213");
    assertThat(answer.at("/data/lineItems/0/discounts").toString())
        .isEqualTo(
            "[{\"discountType\":\"DiscountPercentage\",\"discountValue\":10.0,"
                + "\"discountAmount\":30.0,\"discountDetail\":null,\"promotionCode\":null,"
                + "\"promotionType\":null},"
                + "{\"discountType\":\"DiscountPercentage\",\"discountValue\":20.0,"
                + "\"discountAmount\":54.0,\"discountDetail\":\"offer P20\","
                + "\"promotionCode\":\"P20\",\"promotionType\":\"category_discount\"}]");
  }

  private String paying(String... items) {
    String cart = till.cart();
    till.post(cart + "/lineItems", "[" + String.join(",", items) + "]").expect(200);
    till.post(cart + "/subtotal", "").expect(200);
    return cart;
  }

  private Reading discount(String path, String... entries) {
    return till.post(path, "[" + String.join(",", entries) + "]");
  }

  private static String item(String code, int quantity) {
    return "{\"itemCode\":\"" + code + "\",\"quantity\":" + quantity + "}";
  }

  private static String priced(String code, int unitPrice) {
    return "{\"itemCode\":\"" + code + "\",\"quantity\":1,\"unitPrice\":" + unitPrice + "}";
  }

  private static String yen(int value) {
    return entry("DiscountAmount", String.valueOf(value));
  }

  private static String entry(String type, String value) {
    return "{\"discountType\":\"" + type + "\",\"discountValue\":" + value + "}";
  }

  private static List<String> targets(Reading answer) {
    List<String> targets = new ArrayList<>();
    for (JsonNode tax : answer.at("/data/taxes")) {
      targets.add(tax.path("taxCode").textValue() + " " + tax.path("targetAmount"));
    }
    return targets;
  }
}
