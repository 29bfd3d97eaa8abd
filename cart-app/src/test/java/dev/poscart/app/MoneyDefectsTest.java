package dev.poscart.app;

import static dev.poscart.app.Selling.entering;
import static dev.poscart.app.Selling.item;
import static dev.poscart.app.Selling.list;
import static dev.poscart.app.Selling.number;
import static dev.poscart.app.Selling.paying;
import static dev.poscart.app.Selling.priced;
import static dev.poscart.app.Selling.refused;
import static dev.poscart.app.Selling.sold;
import static dev.poscart.app.Selling.tender;
import static dev.poscart.app.Selling.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.config.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Amounts, prices and payments: the known defects of kugelpos, by their numbers in {@code
 * docs/defects.md}, against the whole service.
 */
class MoneyDefectsTest extends OneTillFixture {

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
  void d17_priceZeroAtEntry_meansTheMasterPrice_likeNullOrNoPrice() throws IOException {
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

  private static TestTill.Answer add(String cart, String entry) throws IOException {
    return till.post("/carts/" + cart + "/lineItems", list(entry));
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
