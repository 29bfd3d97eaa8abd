package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Race;
import dev.poscart.domain.fixtures.Slow;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ETag} and {@code If-Match}: a terminal changes only the cart that it has seen. */
@Slow
class CartVersionTest {

  private static final String APPLE = "[{\"itemCode\":\"A\",\"quantity\":1}]";

  private final Shop shop = Shop.open();
  private final TestTill till = shop.till();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void everyCartAnswer_hasTheCartsVersion() {
    Reading made = till.post("/api/v1/carts", "{}").expect(201);
    String cart = "/api/v1/carts/" + made.at("/data/cartId").asText();
    assertThat(made.header("ETag")).isEqualTo("\"1\"");
    assertThat(till.get(cart).header("ETag")).isEqualTo("\"1\"");
    assertThat(till.post(cart + "/lineItems", APPLE).header("ETag")).isEqualTo("\"2\"");
    assertThat(till.post(cart + "/subtotal", "").header("ETag")).isEqualTo("\"3\"");
    assertThat(till.post(cart + "/cancel", "").header("ETag"))
        .isEqualTo(till.get(cart).header("ETag"));
    assertThat(till.call("HEAD", cart, "").header("ETag")).isEqualTo("\"5\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST|/lineItems|[{\"itemCode\":\"A\",\"quantity\":1}]",
        "PATCH|/lineItems/1/quantity|{\"quantity\":2}",
        "PATCH|/lineItems/1/unitPrice|{\"unitPrice\":2}",
        "POST|/lineItems/1/cancel|''",
        "POST|/lineItems/1/discounts|[{\"discountType\":\"DiscountAmount\",\"discountValue\":1}]",
        "POST|/subtotal|''",
        "POST|/payments|[{\"paymentCode\":\"01\",\"amount\":1}]",
        "POST|/cancel|''"
      })
  void anotherVersion_isRefusedOnEveryRoute_andTheCurrentOneAccepted(
      String method, String path, String body) {
    String cart = till.cartWithApple();
    String before = till.get(cart).body();
    Reading refused = till.with("If-Match", "\"1\"").call(method, cart + path, body);
    refused.expectError(412, "300005");
    assertThat(refused.at("/user_error/message").asText()).isEqualTo("カートは他の操作で変更されています");
    assertThat(till.get(cart).body()).isEqualTo(before);
    till.with("If-Match", "\"2\"").call(method, cart + path, body).expect(200);
  }

  @Test
  void paymentRoutes_refuseAnotherVersion_andAcceptTheCurrentOne() {
    String cart = till.cartWithApple();
    till.with("If-Match", "\"2\"").post(cart + "/subtotal", "").expect(200);
    TestTill late = till.with("If-Match", "\"2\"");
    late.post(cart + "/resume-item-entry", "").expectError(412, "300005");
    late.post(cart + "/discounts", "[]").expectError(412, "300005");
    String cash = "[{\"paymentCode\":\"01\",\"amount\":110}]";
    till.with("If-Match", "\"3\"").post(cart + "/payments", cash).expect(200);
    late.post(cart + "/bill", "").expectError(412, "300005");
    Reading billed = till.with("If-Match", "\"4\"").post(cart + "/bill", "").expect(200);
    assertThat(billed.at("/data/transactionNo").intValue()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", " * ", "\"2\"", "\"1\", \"2\"", "W/\"2\",\"2\"", "\"a,b\" ,\t\"2\","})
  void conditionThatHolds_letsTheChangeThrough(String condition) {
    String cart = till.cartWithApple();
    till.with("If-Match", condition).post(cart + "/lineItems", APPLE).expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"W/\"2\"", "\"\"", "\"02\"", "\"x\"", "\"-2\"", "\"99999999999999999999\", \"3\""})
  void wellFormedTagThatIsNotAVersion_matchesNothing(String condition) {
    String cart = till.cartWithApple();
    till.with("If-Match", condition)
        .with("Accept-Language", "en")
        .post(cart + "/lineItems", APPLE)
        .expectError(412, "300005");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2", "", ",", "\"2", "\"2\" \"3\"", "*, \"2\"", "w/\"2\"", "\"2\"x", "'2'"})
  void malformedCondition_isInvalidInput(String condition) {
    String cart = till.cartWithApple();
    TestTill asking = till.with("If-Match", condition);
    asking.post(cart + "/lineItems", APPLE).expectError(422, "300001");
    asking.post(cart + "/subtotal", "").expectError(422, "300001");
    asking.get(cart).expect(200);
    assertThat(till.get(cart).header("ETag")).isEqualTo("\"2\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2\"", "W/\"2\"", "\"1\", \"2\"", "*", " \"x,y\",W/\"2\""})
  void readOfAKnownVersion_is304_withoutBody(String known) {
    String cart = till.cartWithApple();
    TestTill reading = till.with("If-None-Match", known);
    for (String path : List.of(cart, cart + "/explain")) {
      Reading answer = reading.get(path).expect(304);
      assertThat(answer.body()).isEmpty();
      assertThat(answer.header("ETag")).isEqualTo("\"2\"");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
    reading.call("HEAD", cart, "").expect(304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1\"", "2", "\"2", "\"2\" \"3\"", "", "\"\""})
  void readOfAnotherVersion_orWithAnUnreadableCondition_isAnsweredInFull(String known) {
    String cart = till.cartWithApple();
    Reading answer = till.with("If-None-Match", known).get(cart).expect(200);
    assertThat(answer.at("/data/lineItems")).hasSize(1);
  }

  @Test
  void changeThatLeadsToTheNamedVersion_isAnsweredInFull() {
    String cart = till.cartWithApple();
    Reading added =
        till.with("If-None-Match", "\"3\"").post(cart + "/lineItems", APPLE).expect(200);
    assertThat(added.header("ETag")).isEqualTo("\"3\"");
    assertThat(added.at("/data/lineItems")).hasSize(2);
    till.with("If-None-Match", "*").get("/api/v1/carts/none").expectError(404, "401002");
  }

  @Test
  void condition_onAMissingCart_isNotFound() {
    till.with("If-Match", "*").post("/api/v1/carts/none/subtotal", "").expectError(404, "401002");
  }

  @Test
  void ofEightChangesOfOneVersion_exactlyOneIsApplied() {
    String cart = till.cartWithApple();
    TestTill asking = till.with("If-Match", "\"2\"");
    List<Integer> answers = Race.of(8, i -> asking.post(cart + "/lineItems", APPLE).status());
    assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
    assertThat(till.get(cart).at("/data/lineItems")).hasSize(2);
  }
}
