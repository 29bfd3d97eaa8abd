package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestShapeTest {

  private static Shop shop = Shop.open();
  private static TestTill till = shop.till();

  @BeforeAll
  static void open() {
    till.get("/health/live").expect(200);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"2|2", "2.0|2", "1e2|100", "\"2\"|2", "\"2.0\"|2", "\" 3 \"|3", "true|1"})
  void integer_isReadLeniently(String spelling, int expected) {
    String cart = till.cartWithApple();
    Reading answer = till.patch(cart + "/lineItems/1/quantity", "{\"quantity\":" + spelling + "}");
    assertThat(answer.expect(200).at("/data/lineItems/0/quantity").intValue()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5",
        "\"abc\"",
        "\"\"",
        "\"1e2\"",
        "\"1.5\"",
        "\"１\"",
        "null",
        "[]",
        "{}",
        "false",
        "0",
        "-1",
        "10000",
        "99999999999999999999",
        "1e999999999",
        "1e99999999999",
        "\"1e999999999\"",
        "1e-999999999"
      })
  void invalidQuantity_is422(String spelling) {
    String cart = till.cartWithApple();
    till.patch(cart + "/lineItems/1/quantity", "{\"quantity\":" + spelling + "}")
        .expectError(422, "300001");
    assertThat(till.get(cart).at("/data/lineItems/0/quantity").intValue()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "70.5|70.5",
        "\"70.5\"|70.5",
        "0.1|0.1",
        "0|0.0",
        "-0.0|0.0",
        "1e3|1000.0",
        "12.30|12.3",
        "0e999999999|0.0",
        "999999999|999999999.0"
      })
  void price_isReadExactly_andWrittenWithDecimals(String spelling, String expected) {
    String cart = till.cartWithApple();
    Reading answer =
        till.patch(cart + "/lineItems/1/unitPrice", "{\"unitPrice\":" + spelling + "}").expect(200);
    assertThat(answer.body()).contains("\"unitPrice\":" + expected + ",");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "0.001",
        "1000000000",
        "1e999999999",
        "1e-999999999",
        "NaN",
        "Infinity",
        "\"NaN\"",
        "\"inf\"",
        "\"\"",
        "null",
        "[1]"
      })
  void invalidPrice_is422(String spelling) {
    String cart = till.cartWithApple();
    till.patch(cart + "/lineItems/1/unitPrice", "{\"unitPrice\":" + spelling + "}")
        .expectError(422, "300001");
  }

  @Test
  void bothNamingStyles_areRead_camelCaseWins_andUnknownFieldsAreIgnored() {
    String cart = till.cart();
    String items =
        "[{\"item_code\":\"A\",\"quantity\":1,\"unit_price\":90,\"colour\":{\"deep\":[1]}},"
            + "{\"itemCode\":\"J\",\"item_code\":\"A\",\"quantity\":1,\"unitPrice\":null}]";
    Reading answer = till.post(cart + "/lineItems", items).expect(200);
    assertThat(answer.at("/data/lineItems/0/itemCode").textValue()).isEqualTo("A");
    assertThat(answer.at("/data/lineItems/0/unitPrice").decimalValue()).isEqualByComparingTo("90");
    assertThat(answer.at("/data/lineItems/1/itemCode").textValue()).isEqualTo("J");
    assertThat(answer.at("/data/lineItems/1/unitPrice").decimalValue()).isEqualByComparingTo("108");
  }

  @Test
  void priceOfZero_meansTheMasterPriceAtEntry_andZeroInAPriceChange() {
    String cart = till.cart();
    String zero = "[{\"itemCode\":\"A\",\"quantity\":1,\"unitPrice\":0}]";
    Reading entered = till.post(cart + "/lineItems", zero).expect(200);
    assertThat(entered.body()).contains("\"unitPrice\":100.0,", "\"totalAmount\":100.0,");
    Reading changed = till.patch(cart + "/lineItems/1/unitPrice", "{\"unitPrice\":0}").expect(200);
    assertThat(changed.body()).contains("\"unitPrice\":0.0,", "\"totalAmount\":0.0,");
  }

  @Test
  void tenders_mayHaveDecimals() {
    String cart = till.cartWithApple();
    till.patch(cart + "/lineItems/1/unitPrice", "{\"unitPrice\":0.5}").expect(200);
    till.post(cart + "/subtotal", "").expect(200);
    Reading paid =
        till.post(cart + "/payments", "[{\"paymentCode\":\"01\",\"amount\":\"0.75\"}]").expect(200);
    assertThat(paid.body())
        .contains(
            "\"depositAmount\":0.75,",
            "\"changeAmount\":0.25,",
            "\"balanceAmount\":0.0,\"signedSnapshot\":null}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"discountType\":\"discountAmount\",\"discountValue\":1}",
        "{\"discountType\":\"DiscountAmount\"}",
        "{\"discountType\":\"DiscountAmount\",\"discountValue\":-1}",
        "{\"discountType\":7,\"discountValue\":1}",
        "{\"discountType\":\"DiscountAmount\",\"discountValue\":1,\"discountDetail\":5}"
      })
  void invalidDiscount_is422(String discount) {
    till.post(till.cartWithApple() + "/lineItems/1/discounts", "[" + discount + "]")
        .expectError(422, "300001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(none)|body: Field required",
        "null|body: Field required",
        "{}|body: Input should be a valid list",
        "[7]|body -> 0: Input should be a valid dictionary or object to extract fields from",
        "[{\"itemCode\":123,\"quantity\":1}]|body -> 0 -> itemCode: Input should be a valid string",
        "[{\"itemCode\":\"\\ud800\",\"quantity\":1}]|body -> 0 -> itemCode: Input should be a valid string, found half a surrogate pair",
        "[{\"quantity\":\"x\"}]|body -> 0 -> itemCode: Field required; body -> 0 -> quantity: Input should be a valid integer"
      })
  void bodyOfTheWrongShape_isRefusedWithTheReason(String body, String message) {
    Reading answer = till.post(till.cart() + "/lineItems", body.equals("(none)") ? "" : body);
    assertThat(answer.expectError(422, "300001").at("/message").textValue())
        .isEqualTo("Invalid input data: " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "[{]",
        "[]x",
        "[] []",
        "[{\"itemCode\":\"A\",\"itemCode\":\"J\",\"quantity\":1}]",
        "[{'itemCode':'A'}]",
        "[1,]",
        "//c\n[]",
        "[01]",
        "nul",
        " "
      })
  void invalidJson_is422(String body) {
    Reading answer = till.post(till.cart() + "/lineItems", body).expectError(422, "300001");
    assertThat(answer.at("/message").textValue()).endsWith("JSON decode error");
  }

  @Test
  void invalidUtf8_andDeepNesting_are422() {
    String cart = till.cart();
    byte[] latin =
        "[{\"itemCode\":\"\u00e4\",\"quantity\":1}]".getBytes(StandardCharsets.ISO_8859_1);
    till.call("POST", cart + "/lineItems", BodyPublishers.ofByteArray(latin))
        .expectError(422, "300001");
    till.post(cart + "/lineItems", "[".repeat(60_000)).expectError(422, "300001");
    till.post(cart + "/lineItems", "{\"a\":".repeat(10_000)).expectError(422, "300001");
  }

  @Test
  void routesWithoutBody_ignoreABody() {
    String cart = till.cartWithApple();
    till.post(cart + "/subtotal", "{nonsense").expect(200);
  }

  @Test
  void checks_comeInOrder_syntax_caller_shape_cart_state_rules() {
    TestTill stranger = shop.till("A1234-5678-9", "wrong");
    String badShape = "[{\"itemCode\":5}]";
    String goodShape = "[{\"paymentCode\":\"77\",\"amount\":5}]";
    stranger.post("/api/v1/carts/none/lineItems", "[{").expectError(422, "300001");
    stranger.post("/api/v1/carts/none/lineItems", badShape).expectError(401, "200001");
    till.post("/api/v1/carts/none/lineItems", badShape).expectError(422, "300001");
    till.post("/api/v1/carts/none/payments", goodShape).expectError(404, "401002");
    till.post(till.cart() + "/payments", goodShape).expectError(400, "300004");
    till.post(till.cartWithApple() + "/payments", goodShape).expectError(400, "900001");
    till.patch("/api/v1/carts/none/lineItems/x/quantity", "{\"quantity\":1}")
        .expectError(422, "300001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "%20", "..%2f..", "%e3%81%82", "a;b=c", "'--", "$ne", "%25"})
  void unknownCartId_ofAnyForm_isNotFound(String id) {
    till.get("/api/v1/carts/" + id).expectError(404, "401002");
  }
}
