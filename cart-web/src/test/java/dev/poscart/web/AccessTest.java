package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.LogLines;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Authentication: who is accepted, and as whom. */
class AccessTest {

  private static final String CARTS = "/api/v1/carts";

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void d2_wrongKeyAfterRightKey_is401() {
    String cart = shop.till().cart();
    TestTill guesser = shop.till("A1234-5678-9", "key10");
    guesser.get(cart).expectError(401, "200001");
    guesser.post(CARTS, "{}").expectError(401, "200001");
    shop.till("A1234-5678-9", "").get(cart).expectError(401, "200001");
    shop.till("A1234-5678-10", "key9").get(cart).expectError(401, "200001");
    shop.till().get(cart).expect(200);
  }

  @Test
  void d3_wrongKeyOrBrokenToken_is401_withoutAReason() {
    Stream.of(
            shop.till("A1234-5678-9", "wrong").get(CARTS + "/x"),
            shop.till("A1234-5678-999", "key9").get(CARTS + "/x"),
            shop.till("no-such-thing", "key9").get(CARTS + "/x"))
        .forEach(
            answer ->
                assertThat(answer.expectError(401, "200001").at("/data").textValue())
                    .isEqualTo("401: Invalid API key"));
    Reading forged = shop.bearer("forged").get(CARTS + "/x").expectError(401, "200001");
    assertThat(forged.at("/operation").textValue()).isEqualTo("http_exception_handler");
    assertThat(forged.header("WWW-Authenticate")).isEqualTo("(none)");
  }

  @Test
  void d4_keyOfTheEventRoute_doesNotOpenATerminal() {
    shop.till("A1234-5678-9", "test-api-key-for-development-only")
        .post(CARTS, "{}")
        .expectError(401, "200001");
  }

  @Test
  void missingCredentials_are401() {
    Reading answer = shop.till().with("X-API-KEY", "").get(CARTS + "/x");
    assertThat(answer.expectError(401, "200001").at("/message").textValue())
        .isEqualTo("Terminal JWT or API key required");
    shop.till().raw("GET", CARTS + "/x", BodyPublishers.noBody()).expectError(401, "200001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic till-9", "till-9", "Bearer", "Bearer   ", "BearerX till-9"})
  void otherAuthorizationScheme_isIgnored(String header) {
    TestTill caller = shop.bearer("x").with("Authorization", header);
    assertThat(caller.get(CARTS + "/x").expectError(401, "200001").at("/message").textValue())
        .isEqualTo("Terminal JWT or API key required");
  }

  @Test
  void token_makesASale_withoutKeyAndTerminalId() {
    TestTill till = shop.bearer("till-77").with("Authorization", "bearer  till-77");
    String cart = till.cartWithApple();
    till.post(cart + "/subtotal", "").expect(200);
    till.post(cart + "/payments", "[{\"paymentCode\":\"01\",\"amount\":110}]").expect(200);
    Reading bill = till.post(cart + "/bill", "").expect(200);
    assertThat(bill.at("/data/terminalNo").intValue()).isEqualTo(77);
    assertThat(bill.at("/data/staff/id").textValue()).isEqualTo("S001");
  }

  @Test
  void token_takesPrecedenceOverTerminalIdAndKey() {
    TestTill till = shop.till("A1234-5678-10", "key10").with("Authorization", "Bearer till-9");
    assertThat(till.get(till.cart()).at("/data/terminalNo").intValue()).isEqualTo(9);
  }

  @Test
  void brokenToken_withAValidKey_fallsBackToTheKey() {
    TestTill till = shop.till().with("Authorization", "Bearer forged");
    assertThat(till.get(till.cart()).at("/data/terminalNo").intValue()).isEqualTo(9);
    shop.till("A1234-5678-9", "wrong")
        .with("Authorization", "Bearer forged")
        .get(CARTS + "/x")
        .expectError(401, "200001");
  }

  @Test
  void token_withoutBusinessDate_cannotCreateACart() {
    shop.bearer("undated").post(CARTS, "{}").expectError(400, "401001");
  }

  @Test
  void token_withoutBusinessDate_canNeitherCloseNorReverse() {
    String cash = "[{\"paymentCode\":\"01\",\"amount\":110}]";
    String sale = "/api/v1/tenants/A1234/stores/5678/terminals/77/transactions/1";
    TestTill dated = shop.bearer("till-77");
    TestTill undated = shop.bearer("undated");
    String cart = dated.cartWithApple();
    dated.post(cart + "/subtotal", "").expect(200);
    dated.post(cart + "/payments", cash).expect(200);

    undated.post(cart + "/cancel", "").expectError(400, "404001");
    undated.post(cart + "/bill", "").expectError(400, "404001");
    dated.post(cart + "/bill", "").expect(200);
    undated.post(sale + "/void", cash).expectError(400, "404001");
    undated.post(sale + "/return", cash).expectError(400, "404001");
    dated.post(sale + "/void", cash).expect(200);
  }

  @Test
  void d7_closedOrSignedOut_isReported_whateverTheTokenSays() {
    shop.bearer("till-11").post(CARTS, "{}").expectError(400, "404001");
    shop.bearer("till-12").post(CARTS, "{}").expectError(400, "404002");
    String cart = shop.till().cart();
    shop.bearer("till-12").get(cart).expect(200);
    shop.bearer("till-12").post(cart + "/cancel", "").expectError(400, "404002");
  }

  @Test
  void tokensOfUsersAndServices_doNotOpenATill() {
    shop.bearer("user-A1234").post(CARTS, "{}").expectError(401, "200001");
    shop.bearer("service-A1234").post(CARTS, "{}").expectError(401, "200001");
  }

  @Test
  void d58_refusal_isInEnglish_onRequest() {
    TestTill english = shop.bearer("forged").with("Accept-Language", "en");
    assertThat(english.get(CARTS + "/x").at("/user_error/message").textValue())
        .isEqualTo("Authentication failed");
    assertThat(shop.bearer("forged").get(CARTS + "/x").at("/user_error/message").textValue())
        .isEqualTo("認証に失敗しました");
  }

  @Test
  void everyAnswer_forbidsSharedCaching() {
    Stream.of("/health/live", "/nothing", CARTS + "/x")
        .map(path -> shop.till().get(path))
        .forEach(
            answer -> {
              assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
              assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
              assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
              assertThat(answer.header("Content-Security-Policy"))
                  .isEqualTo("default-src 'none'; frame-ancestors 'none'");
              assertThat(answer.header("Server")).isEqualTo("(none)");
            });
  }

  @Test
  void d8_keysTokensAndBodies_areNotLogged() {
    try (LogLines lines = LogLines.of("dev.poscart.web")) {
      shop.bearer("secret-token").get(CARTS + "/x").expect(401);
      shop.till("A1234-5678-9", "secret-key").get(CARTS + "/x").expect(401);
      shop.bearer("till-9").post("/api/v1/tenants", "{\"tenantId\":\"secret-body\"}").expect(400);
      shop.bearer("user-A1234").call("DELETE", "/api/v1/cache/terminal", "").expect(200);
      assertThat(lines.containing(" 401 ")).hasSize(2);
      assertThat(lines.all())
          .isNotEmpty()
          .noneMatch(line -> line.contains("secret") || line.contains("till-9"));
    }
  }
}
