package dev.poscart.app;

import static dev.poscart.app.Selling.entering;
import static dev.poscart.app.Selling.item;
import static dev.poscart.app.Selling.number;
import static dev.poscart.app.Selling.paying;
import static dev.poscart.app.Selling.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.config.ConfigurationException;
import dev.poscart.app.config.Variable;
import dev.poscart.app.token.TestToken;
import dev.poscart.domain.fixtures.LogLines;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Access rights: the known defects of kugelpos, by their numbers in {@code docs/defects.md},
 * against the whole service.
 */
class SecurityDefectsTest {

  @TempDir static Path folder;

  private static RunningShop shop;

  @BeforeAll
  static void open() {
    shop = RunningShop.open(folder, Map.of(Variable.TERMINAL_TOKEN_MAX_AGE_SECONDS, "600"));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void d1_cartOfAnotherTenantOrStore_isNotFound() throws IOException {
    String cart = paying(shop.till(1), item("A", 1));
    for (TestTill stranger :
        List.of(shop.till("B5678-5678-1", "key1"), shop.till("A1234-9999-1", "key1"))) {
      refused(404, "401002", stranger.cart(cart));
      refused(404, "401002", stranger.pay(cart, "01", "110"));
      refused(404, "401002", stranger.bill(cart));
      refused(404, "401002", stranger.post("/carts/" + cart + "/cancel", ""));
    }
    assertThat(shop.till(1).cart(cart).data().path("cartStatus").textValue()).isEqualTo("Paying");
  }

  @Test
  void d1_anotherTillOfTheStore_mayContinue_andOwnsTheSale() throws IOException {
    String cart = paying(shop.till(1), item("A", 1));
    TestTill.expect(200, shop.till(2).pay(cart, "01", "110"));

    JsonNode sale = TestTill.expect(200, shop.till(2).bill(cart)).data();

    assertThat(sale.path("terminalNo").intValue()).isEqualTo(2);
    assertThat(sale.at("/staff/id").textValue()).isEqualTo("S002");
    assertThat(shop.till(2).transactions()).isNotEmpty();
    assertThat(shop.till(1).transactions()).isEmpty();
  }

  @Test
  void d2_wrongKeyAfterTheRightOne_is401_andTheRightOneStillWorks() throws IOException {
    shop.till(3).createCart();
    refused(401, "200001", shop.till("A1234-5678-3", "key1").post("/carts", "{}"));
    refused(401, "200001", shop.till("A1234-5678-3", "key33").post("/carts", "{}"));
    shop.till(3).createCart();
  }

  @Test
  void d3_wrongKeyOrExpiredToken_is401() throws IOException {
    Instant now = Instant.now();
    refused(401, "200001", shop.till("A1234-5678-4", "wrong").post("/carts", "{}"));
    refused(401, "200001", shop.till("A1234-5678-77", "key1").post("/carts", "{}"));
    TestToken token = TestToken.terminal(1, now);
    refused(
        401,
        "200001",
        bearer(token.with("exp", now.getEpochSecond() - 1).signed(RunningShop.SECRET)));
    refused(401, "200001", bearer("eyJ.eyJ.eyJ"));
    TestTill.expect(201, bearer(token.signed(RunningShop.SECRET)));
  }

  @Test
  void d4_keyOfThePeerServices_doesNotOpenATill() throws IOException {
    TestTill otherTill = shop.till("A1234-5678-1", RunningShop.NOTIFY_KEY);
    refused(401, "200001", otherTill.post("/carts", "{}"));
    refused(
        401,
        "200001",
        otherTill.call("GET", "/tenants/A1234/stores/5678/terminals/1/transactions", ""));
  }

  @Test
  void d5_itemCodeThatLooksLikeAPath_isLookedUpLiterally() throws IOException {
    TestTill till = shop.till(1);
    String cart = entering(till, item("../../9?x=1#y%2F ;", 1));
    assertThat(till.cart(cart).data().at("/lineItems/0/itemName").textValue()).isEqualTo("枝番");
    for (String code : List.of("../items/A", "A/../A", "A?", "A/", "%41", "A%20")) {
      refused(404, "402001", till.add(cart, code, 1));
    }
  }

  @Test
  void d6_acknowledgement_isLimitedToOwnTenant_knownPeerServices_andKnownValues()
      throws IOException {
    String path = "/api/v1/tenants/B5678/stores/5678/terminals/1/transactions/1/delivery-status";
    String ours =
        new TestToken(Map.of())
            .with("sub", "service:report")
            .with("tenant_id", "A1234")
            .with("is_service_account", true)
            .with("service", "report")
            .with("exp", Instant.now().getEpochSecond() + 60)
            .signed(RunningShop.SECRET);
    expect(
        403, "200002", acknowledge(path, "report", "received", "Authorization", "Bearer " + ours));
    String[] key = {"X-API-KEY", RunningShop.NOTIFY_KEY};
    expect(422, "300001", acknowledge(path, "payroll", "received", key));
    expect(422, "300001", acknowledge(path, "report", "perhaps", key));
  }

  @Test
  void d7_terminalToken_endsByAge_signOut_andClosing() throws IOException {
    Instant now = Instant.now();
    refused(
        401,
        "200001",
        bearer(TestToken.terminal(1, now.minusSeconds(700)).signed(RunningShop.SECRET)));
    shop.till(5).call("GET", "/carts/x", "");
    shop.till(6).call("GET", "/carts/x", "");
    refused(
        400,
        "404001",
        bearer(TestToken.terminal(5, now.minusSeconds(5)).signed(RunningShop.SECRET)));
    refused(
        400,
        "404002",
        bearer(TestToken.terminal(6, now.minusSeconds(5)).signed(RunningShop.SECRET)));
  }

  @Test
  void d8_publicSecret_grantsNoAccess_andBrowsersMayNotCall() throws IOException {
    String known = "test-secret-key-for-development-only";
    Path elsewhere = folder.resolve("elsewhere");
    assertThatThrownBy(() -> RunningShop.open(folder, Map.of(Variable.SECRET_KEY, known)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("SECRET_KEY")
        .hasMessageNotContaining(RunningShop.SECRET);
    assertThat(elsewhere).doesNotExist();
    refused(401, "200001", bearer(TestToken.terminal(1, Instant.now()).signed(known)));
    refused(
        401,
        "200001",
        shop.till("A1234-5678-1", "test-api-key-for-development-only").post("/carts", "{}"));

    HttpResponse<String> preflight =
        shop.send(
            "OPTIONS",
            "/api/v1/carts",
            Optional.empty(),
            "Origin",
            "https://elsewhere.example",
            "Access-Control-Request-Method",
            "POST");
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
  }

  @Test
  void d10_exceptionTexts_areNeverAnswered(@TempDir Path other) throws IOException {
    try (LogLines log = LogLines.of("dev.poscart.web");
        RunningShop broken =
            RunningShop.openWith(
                other,
                (terminal, codes) -> {
                  throw new IllegalStateException("password of the master: hunter2");
                })) {
      TestTill till = broken.till(1);
      String cart = till.createCart();
      JsonNode answer = refused(500, "900999", till.add(cart, "A", 1)).body();
      assertThat(answer.toString()).doesNotContain("hunter2", "IllegalState", "password");
      String errorId = answer.path("data").textValue();
      assertThat(errorId).matches("[0-9a-f-]{36}");
      assertThat(log.containing("unexpected error " + errorId)).hasSize(1);
      assertThat(number(till.cart(cart).data(), "/totalQuantity")).isEqualByComparingTo("0");
    }
  }

  private static TestTill.Answer bearer(String token) {
    HttpResponse<String> answer =
        shop.send("POST", "/api/v1/carts", Optional.of("{}"), "Authorization", "Bearer " + token);
    return new TestTill.Answer(answer.statusCode(), TestTill.json(answer.body()));
  }

  private static HttpResponse<String> acknowledge(
      String path, String service, String status, String... headers) {
    return shop.send(
        "POST",
        path,
        Optional.of(
            "{\"event_id\":\"e\",\"service\":\"%s\",\"status\":\"%s\"}".formatted(service, status)),
        headers);
  }

  private static void expect(int status, String code, HttpResponse<String> answer) {
    refused(status, code, new TestTill.Answer(answer.statusCode(), TestTill.json(answer.body())));
  }
}
