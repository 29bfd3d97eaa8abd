package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParkingRouteTest {

  private static final String LIST = "/api/v1/carts?status=parked";

  private final Shop shop = Shop.open();
  private final TestTill till = shop.till();
  private final TestTill other = shop.till("A1234-5678-10", "key10");

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void parkedCart_isListedInTheStore_andRetrievedAtAnotherTill() {
    String cart = till.cartWithApple();
    Reading parked = till.post(cart + "/park", "{\"note\":\"赤い帽子\"}").expect(200);
    assertThat(parked.at("/operation").asText()).isEqualTo("park_cart");
    assertThat(parked.header("ETag")).isEqualTo("\"3\"");
    assertThat(parked.at("/data/cartStatus").asText()).isEqualTo("EnteringItem");
    assertThat(parked.at("/data/parked").toString())
        .isEqualTo(
            "{\"terminalNo\":9,\"staff\":{\"id\":\"S001\",\"name\":\"スタッフ太郎\"},"
                + "\"parkedAt\":\"2026-11-23T18:27:03.415000+09:00\",\"note\":\"赤い帽子\"}");
    Reading list = other.get(LIST).expect(200);
    assertThat(ids(list)).containsExactly(cart);
    assertThat(list.at("/data/0/parked/note").asText()).isEqualTo("赤い帽子");

    till.post(cart + "/subtotal", "").expectError(400, "300004");
    Reading retrieved = other.post(cart + "/retrieve", "").expect(200);
    assertThat(retrieved.at("/data/terminalNo").intValue()).isEqualTo(10);
    assertThat(retrieved.at("/data/parked").isNull()).isTrue();
    till.post(cart + "/retrieve", "").expectError(400, "300004");
    assertThat(ids(till.get(LIST))).isEmpty();
  }

  @Test
  void cartObject_ofOtherAnswers_isUnchanged() {
    String cart = till.cartWithApple();
    List<String> known = keys(till.get(cart));
    Reading parked = till.post(cart + "/park", "").expect(200);
    assertThat(keys(till.get(cart))).isEqualTo(known).hasSize(29);
    assertThat(keys(parked)).contains(known.toArray(String[]::new)).hasSize(30);
  }

  @Test
  void list_isPaged_oldestFirst() {
    List<String> carts = List.of(till.cartWithApple(), till.cartWithApple(), till.cartWithApple());
    carts.forEach(cart -> till.post(cart + "/park", "{}").expect(200));
    Reading second = till.get(LIST + "&limit=2&page=2").expect(200);
    assertThat(ids(second)).hasSize(1);
    assertThat(second.at("/metadata").toString())
        .isEqualTo(
            "{\"total\":3,\"page\":2,\"limit\":2,\"sort\":\"parkedAt:1\","
                + "\"filter\":{\"tenant_id\":\"A1234\",\"store_code\":\"5678\",\"status\":\"parked\"}}");
    assertThat(ids(till.get(LIST))).containsExactlyInAnyOrderElementsOf(carts);
  }

  @Test
  void cartOfAnotherTenant_isNeitherListedNorRetrieved() {
    String cart = till.cartWithApple();
    till.post(cart + "/park", "").expect(200);
    TestTill stranger = shop.till("B5678-5678-9", "key9");
    assertThat(ids(stranger.get(LIST))).isEmpty();
    stranger.post(cart + "/retrieve", "").expectError(404, "401002");
  }

  @Test
  void emptyCart_tenderedCart_andWrongVersion_areRefused() {
    till.post(till.cart() + "/park", "").expectError(400, "300004");
    String cart = till.cartWithApple();
    till.with("If-Match", "\"1\"").post(cart + "/park", "").expectError(412, "300005");
    till.post(cart + "/payments", "[{\"paymentCode\":\"01\",\"amount\":10}]").expect(200);
    till.post(cart + "/park", "").expectError(400, "300004");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?status=",
        "?status=Parked",
        "?status=parked&limit=0",
        "?status=parked&limit=101",
        "?status=parked&limit=x",
        "?status=parked&page=0",
        "?status=parked&page=21474837"
      })
  void malformedList_isInvalidInput(String query) {
    till.get("/api/v1/carts" + query).expectError(422, "300001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{\"note\":1}", "{", "\"x\""})
  void malformedNote_isInvalidInput(String body) {
    String cart = till.cartWithApple();
    till.post(cart + "/park", body).expectError(422, "300001");
    till.post(cart + "/park", "{\"note\":\"" + "x".repeat(257) + "\"}").expectError(422, "300001");
    assertThat(ids(till.get(LIST))).isEmpty();
  }

  private static List<String> ids(Reading list) {
    return list.at("/data").findValuesAsText("cartId").stream()
        .map(id -> "/api/v1/carts/" + id)
        .toList();
  }

  private static List<String> keys(Reading answer) {
    JsonNode data = answer.at("/data");
    List<String> keys = new ArrayList<>();
    data.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
