package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Each route of the table, called by a terminal of another tenant and, for carts, of another store.
 * New routes are included automatically.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantIsolationTest {

  private static final String TERMINAL = "/api/v1/tenants/A1234/stores/5678/terminals/9";

  /** Valid bodies, so that only the caller is wrong. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("/lineItems", "[{\"itemCode\":\"A\",\"quantity\":1}]"),
          Map.entry("/quantity", "{\"quantity\":2}"),
          Map.entry("/unitPrice", "{\"unitPrice\":1}"),
          Map.entry("/discounts", "[{\"discountType\":\"DiscountAmount\",\"discountValue\":1}]"),
          Map.entry("/park", "{}"),
          Map.entry(
              "/delivery-status",
              "{\"event_id\":\"x\",\"service\":\"journal\",\"status\":\"received\"}"),
          Map.entry("/payments", "[{\"paymentCode\":\"01\",\"amount\":1}]"),
          Map.entry("/void", "[{\"paymentCode\":\"01\",\"amount\":110}]"),
          Map.entry("/return", "[{\"paymentCode\":\"01\",\"amount\":110}]"),
          Map.entry("/function_mode", "{\"functionMode\":\"Sales\"}"),
          Map.entry("/description", "{\"description\":\"X\"}"),
          Map.entry("/sign-in", "{\"staffId\":\"S001\"}"),
          Map.entry("/open", "{}"),
          Map.entry("/close", "{}"),
          Map.entry("/cash-in", "{\"amount\":1}"),
          Map.entry("/cash-out", "{\"amount\":1}"));

  /** Routes that name no tenant's data: the tenant is in the caller's token, or there is none. */
  private static final List<String> OWN_DATA_ONLY =
      List.of(
          "POST /api/v1/carts",
          "GET /api/v1/carts",
          "POST /api/v1/tenants",
          "POST /api/v1/auth/token",
          "GET /api/v1/terminals",
          "GET /api/v1/cache/terminal/status",
          "DELETE /api/v1/cache/terminal",
          "DELETE /api/v1/cache/master-data",
          "GET /metrics",
          "GET /openapi.yaml",
          "GET /openapi.json",
          "GET /docs",
          "GET /docs/{file}",
          "GET /ops",
          "GET /ops/state",
          "GET /ops/assets/{hash}/{asset}",
          "GET /register",
          "GET /register/assets/{hash}/{asset}",
          "GET /register/assets/{hash}/{folder}/{asset}",
          "GET /register/pictures/{picture}",
          "GET /",
          "GET /health",
          "GET /health/live",
          "GET /health/ready");

  private final Shop shop = Shop.open();
  private final TestTill till = shop.till();
  private String cart = "";
  private String cartBefore = "";
  private String logBefore = "";

  @BeforeAll
  void sell() {
    String sold = till.cartWithApple();
    till.post(sold + "/subtotal", "").expect(200);
    till.post(sold + "/payments", "[{\"paymentCode\":\"01\",\"amount\":110}]").expect(200);
    till.post(sold + "/bill", "").expect(200);
    cart = till.cartWithApple();
    cartBefore = till.get(cart).expect(200).body();
    logBefore = till.get(TERMINAL + "/transactions").expect(200).body();
  }

  @AfterAll
  void close() {
    shop.close();
  }

  @TestFactory
  Stream<DynamicTest> d1_everyRoute_isClosedToOtherTenantsAndStores() {
    return routes().map(route -> DynamicTest.dynamicTest(name(route), () -> checkIsolation(route)));
  }

  private Stream<Route> routes() {
    return shop.routes().stream();
  }

  private void checkIsolation(Route route) {
    if (OWN_DATA_ONLY.contains(name(route))) {
      assertThat(route.path()).doesNotContain("{tenant_id}", "{store_code}", "{cart_id}");
      return;
    }
    TestTill stranger = shop.till("B5678-5678-9", "key9");
    TestTill otherStore = shop.till("A1234-9999-9", "key9");
    if (route.path().contains("{cart_id}")) {
      call(stranger, route).expectError(404, "401002");
      call(otherStore, route).expectError(404, "401002");
    } else if (route.path().contains("{terminal_id}")) {
      call(shop.till("A1234-5678-10", "key10"), route).expectError(401, "200001");
      Reading other = call(shop.bearer("till-11"), route);
      if (route.path().endsWith("/delivery-status")) {
        // Only services acknowledge events; no terminal does, not even its own.
        other.expectError(401, "200001");
      } else {
        other.expectError(403, "200002");
      }
    } else {
      assertThat(route.path()).contains("{tenant_id}");
      Reading answer = call(stranger, route);
      assertThat(answer.status()).as(answer.body()).isIn(400, 401, 403, 404, 422);
      assertThat(answer.body()).doesNotContain("りんご", "S001", "テスト店");
    }
    assertThat(till.get(cart).body()).isEqualTo(cartBefore);
    assertThat(till.get(TERMINAL + "/transactions").body()).isEqualTo(logBefore);
  }

  private Reading call(TestTill caller, Route route) {
    String path =
        route
            .path()
            .replace("/api/v1/carts/{cart_id}", cart)
            .replace("{lineNo}", "1")
            .replace("{tenant_id}", "A1234")
            .replace("{store_code}", "5678")
            .replace("{terminal_id}", "A1234-5678-9")
            .replace("{terminal_no}", "9")
            .replace("{transaction_no}", "1");
    assertThat(path).as("a path without parameters left").doesNotContain("{");
    String body = BODIES.getOrDefault(path.substring(path.lastIndexOf('/')), "");
    assertThat(route.body() == Route.Body.PAYLOAD && body.isEmpty())
        .as("%s lacks its body here", path)
        .isFalse();
    return caller.call(
        route.method().name(), path, HandlerType.GET.equals(route.method()) ? "" : body);
  }

  private static String name(Route route) {
    return route.method().name() + " " + route.path();
  }
}
