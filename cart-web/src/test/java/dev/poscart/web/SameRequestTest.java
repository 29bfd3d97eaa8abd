package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.IdempotencyKey;
import dev.poscart.domain.model.RequestFingerprint;
import dev.poscart.domain.model.StoredResponse;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.IdempotencyStore.Attempt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under one {@code Idempotency-Key}, requests are compared by meaning. */
class SameRequestTest {

  private static final String ITEM = "[{\"itemCode\":\"A\",\"quantity\":1,\"unitPrice\":70.5}]";

  private static final String FIRST_CART = "00000000-0000-4000-8000-0000000f1257";

  private final Shop shop = Shop.open();
  private final TestTill till = shop.till();
  private final TestTill keyed = till.with("Idempotency-Key", "k");

  @AfterEach
  void close() {
    shop.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"quantity\":1,\"unitPrice\":70.5,\"itemCode\":\"A\"}]",
        " [ {\n\"itemCode\" :\t\"A\", \"quantity\": 1, \"unitPrice\": 70.5 } ]\r\n",
        "[{\"itemCode\":\"A\",\"quantity\":1.0,\"unitPrice\":70.50}]",
        "[{\"itemCode\":\"A\",\"quantity\":10e-1,\"unitPrice\":7.05E+1}]",
        "[{\"itemCode\":\"\\u0041\",\"quantity\":1,\"unitPrice\":705e-1}]",
        "[{\"item\\u0043ode\":\"A\",\"quantity\":1e0,\"unitPrice\":70.5}]"
      })
  void equivalentJson_isTheSameRequest(String body) {
    String items = till.cart() + "/lineItems";
    Reading first = keyed.post(items, ITEM).expect(200);

    Reading again = keyed.post(items, body).expect(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"itemCode\":\"A\",\"quantity\":1,\"unitPrice\":70.51}]",
        "[{\"itemCode\":\"A\",\"quantity\":2,\"unitPrice\":70.5}]",
        "[{\"itemCode\":\"a\",\"quantity\":1,\"unitPrice\":70.5}]",
        "[{\"itemCode\":\"A \",\"quantity\":1,\"unitPrice\":70.5}]",
        "[{\"itemCode\":\"A\",\"quantity\":\"1\",\"unitPrice\":70.5}]",
        "[{\"item_code\":\"A\",\"quantity\":1,\"unitPrice\":70.5}]",
        "[{\"itemCode\":\"A\",\"quantity\":1}]",
        "[{\"itemCode\":\"A\",\"quantity\":1,\"unitPrice\":70.5},{}]",
        "{\"itemCode\":\"A\",\"quantity\":1,\"unitPrice\":70.5}",
        "[]",
        "[{\"itemCode\":\"A\",\"quantity\":1,\"unitPrice\":705e999999999}]",
        ""
      })
  void differentJson_isAnotherRequest(String body) {
    String items = till.cart() + "/lineItems";
    keyed.post(items, ITEM).expect(200);

    keyed.post(items, body).expectError(422, "300006");
  }

  @Test
  void orderOfAList_matters() {
    String payments = paying() + "/payments";
    keyed.post(payments, "[" + tender("11", 1) + "," + tender("01", 2) + "]").expect(200);

    keyed
        .post(payments, "[" + tender("01", 2) + "," + tender("11", 1) + "]")
        .expectError(422, "300006");
  }

  @Test
  void omittedOptionalBody_equalsAnEmptyOne() {
    String cart = till.cartWithApple();
    Reading parked = keyed.post(cart + "/park", "").expect(200);

    assertThat(keyed.post(cart + "/park", "{ }").expect(200).body()).isEqualTo(parked.body());
    assertThat(keyed.post(cart + "/park", "null").expect(200).body()).isEqualTo(parked.body());
    keyed.post(cart + "/park", "{\"note\":\"x\"}").expectError(422, "300006");
    keyed.post(till.cartWithApple() + "/park", "").expectError(422, "300006");
  }

  @Test
  void unreadBody_doesNotMatter() {
    String cart = till.cartWithApple();
    Reading first = keyed.post(cart + "/subtotal", "").expect(200);

    assertThat(keyed.post(cart + "/subtotal", "{\"a\":1").expect(200).body())
        .isEqualTo(first.body());
  }

  @Test
  void escapesInThePath_doNotMatter() {
    String cart = till.cartWithApple();
    Reading first = keyed.post(cart + "/subtotal", "").expect(200);

    String escaped = cart.replace("/carts/0", "/carts/%30") + "/subtotal";
    assertThat(keyed.post(escaped, "").expect(200).body()).isEqualTo(first.body());
  }

  @Test
  void repeatAcrossAnUpgrade_isComparedByTheEarlierRule() {
    // SHA-256 of: POST /api/v1/carts, a line feed, {"userId": "U1"}
    String stored = "a63f2799fe51d59e205347d29b1ea2bc2959e9579a8bd8edbb26a659dd215c9f";
    keptByAnEarlierVersion(stored);

    Reading again = keyed.post("/api/v1/carts", "{\"userId\": \"U1\"}").expect(201);
    assertThat(again.at("/data/cartId").textValue()).isEqualTo(FIRST_CART);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    keyed.post("/api/v1/carts", "{\"userId\":\"U1\"}").expectError(422, "300006");
  }

  private void keptByAnEarlierVersion(String fingerprint) {
    IdempotencyKey key = new IdempotencyKey(new TerminalKey("A1234", "5678", 9), "k");
    ChangeId change = new ChangeId("c");
    Attempt attempt =
        new Attempt(
            change,
            ShopData.NOW,
            ShopData.NOW.plusSeconds(10),
            ShopData.NOW.plus(Duration.ofHours(1)));
    Await.result(
        shop.answers.kept.begin(key, new RequestFingerprint(fingerprint, List.of()), attempt));
    String body =
        "{\"success\":true,\"code\":201,\"message\":\"Cart Created. cart_id: "
            + FIRST_CART
            + "\","
            + "\"userError\":null,\"data\":{\"cartId\":\""
            + FIRST_CART
            + "\",\"signedSnapshot\":null},\"metadata\":null,"
            + "\"operation\":\"create_cart\"}";
    Await.result(
        shop.answers.kept.complete(
            key, change, new StoredResponse(201, Optional.of("\"1\""), body)));
  }

  private String paying() {
    String cart = till.cartWithApple();
    till.post(cart + "/subtotal", "").expect(200);
    return cart;
  }

  private static String tender(String code, int amount) {
    return "{\"paymentCode\":\"" + code + "\",\"amount\":" + amount + "}";
  }
}
