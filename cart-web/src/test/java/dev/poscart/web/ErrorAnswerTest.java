package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorAnswerTest {

  private static final String APPLE = "[{\"itemCode\":\"A\",\"quantity\":1}]";
  private static final String CASH = "[{\"paymentCode\":\"01\",\"amount\":110}]";

  private final Shop shop = Shop.open();
  private final TestTill till = shop.till();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void error_hasItsEnvelope_complete_withKeysInOrder() {
    String body = till.get("/api/v1/carts/none").expect(404).body();
    assertThat(body)
        .isEqualTo(
            "{\"success\":false,\"code\":404,\"message\":\"Cart not found. cart_id->none\","
                + "\"user_error\":{\"code\":\"401002\",\"message\":\"カートが見つかりません\"},"
                + "\"data\":null,\"metadata\":null,\"operation\":\"app_exception_handler\"}");
  }

  @Test
  void invalidRequest_namesThePlace_inMessageAndData() {
    Reading answer = till.post(till.cart() + "/lineItems", "[{\"itemCode\":\"A\"}]");
    answer.expectError(422, "300001");
    assertThat(answer.at("/message").textValue())
        .isEqualTo("Invalid input data: body -> 0 -> quantity: Field required");
    assertThat(answer.at("/data").textValue())
        .isEqualTo("[{'loc': ('body', 0, 'quantity'), 'msg': 'Field required'}]");
    assertThat(answer.at("/operation").textValue()).isEqualTo("validation_exception_handler");
  }

  @Test
  void missingKey_unknownTerminal_andWrongKey_are401() {
    Reading none = till.raw("GET", "/api/v1/carts/none", BodyPublishers.noBody());
    none.expectError(401, "200001");
    assertThat(none.at("/message").textValue()).isEqualTo("Terminal JWT or API key required");
    assertThat(none.at("/data").textValue()).isEqualTo("401: Terminal JWT or API key required");
    assertThat(none.at("/operation").textValue()).isEqualTo("http_exception_handler");
    assertThat(none.header("WWW-Authenticate")).isEqualTo("(none)");
    shop.till("A1234-5678-9", "wrong").get("/api/v1/carts/none").expectError(401, "200001");
    shop.till("A1234-5678-77", "key9").get("/api/v1/carts/none").expectError(401, "200001");
    shop.till("nonsense", "key9").get("/api/v1/carts/none").expectError(401, "200001");
  }

  @Test
  void tillsRefusals_areAnsweredWithTheirStatus() {
    String cart = till.cart();
    till.post(cart + "/lineItems", "[{\"itemCode\":\"Q\",\"quantity\":1}]")
        .expectError(404, "402001");
    till.post(cart + "/lineItems", "[{\"itemCode\":\"X\",\"quantity\":1}]")
        .expectError(404, "100001");
    till.post(cart + "/bill", "").expectError(400, "300004");
    till.post(cart + "/lineItems", "[{\"itemCode\":\"R\",\"quantity\":1}]").expect(200);
    till.post(cart + "/lineItems/1/discounts", "[]").expectError(400, "402005");
    till.post(cart + "/lineItems", APPLE).expect(200);
    till.post(cart + "/lineItems/2/discounts", discount("DiscountAmount", "101"))
        .expectError(400, "402002");
    till.post(cart + "/lineItems/2/discounts", discount("DiscountPercentage", "101"))
        .expectError(400, "300001");
    till.post(cart + "/lineItems/3/cancel", "").expectError(404, "100001");
    till.post(cart + "/lineItems/99999999999999/cancel", "").expectError(404, "100001");
    till.post(cart + "/subtotal", "").expect(200);
    till.post(cart + "/discounts", discount("DiscountAmount", "291")).expectError(400, "402003");
    till.post(cart + "/payments", "[{\"paymentCode\":\"11\",\"amount\":291}]")
        .expectError(406, "403004");
    till.post(cart + "/payments", "[{\"paymentCode\":\"77\",\"amount\":1}]")
        .expectError(400, "900001");
    till.post(cart + "/bill", "").expectError(406, "403002");
    till.post(cart + "/payments", "[{\"paymentCode\":\"01\",\"amount\":290}]").expect(200);
    till.post(cart + "/payments", CASH).expectError(406, "403001");
  }

  @Test
  void create_whenTerminalIsClosedOrNoStaffIsSignedIn_is400() {
    shop.till("A1234-5678-11", "key11").post("/api/v1/carts", "{}").expectError(400, "404001");
    shop.till("A1234-5678-12", "key12").post("/api/v1/carts", "{}").expectError(400, "404002");
    till.post("/api/v1/carts", "{\"transactionType\":102}").expectError(422, "300001");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNREADABLE")
  void failureOfAPeer_is503_withoutItsText(Category category) {
    String cart = till.cart();
    shop.master.fail(new PortException("item-master", category, "10.0.0.7 said secret"));
    Reading answer = till.post(cart + "/lineItems", APPLE).expectError(503, "600001");
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.at("/user_error/message").textValue()).isEqualTo("外部サービスに接続できません");
    assertThat(answer.body()).doesNotContain("secret");
    shop.master.recover();
    till.post(cart + "/lineItems", APPLE).expect(200);
  }

  @Test
  void unreadableData_is500_withoutItsText() {
    String cart = till.cart();
    shop.master.fail(new PortException("item-master", Category.UNREADABLE, "secret"));
    Reading answer = till.post(cart + "/lineItems", APPLE).expectError(500, "900998");
    assertThat(answer.header("Retry-After")).isEqualTo("(none)");
    assertThat(answer.body()).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1000, 1", "1001, 2", "59000, 59"})
  void failure_withAKnownEnd_hasARetryAfter(long millis, String seconds) {
    String cart = till.cart();
    shop.master.fail(
        new PortException(
            "item-master", Category.UNAVAILABLE, "refused", Duration.ofMillis(millis)));
    Reading answer = till.post(cart + "/lineItems", APPLE).expectError(503, "600001");
    assertThat(answer.header("Retry-After")).isEqualTo(seconds);
  }

  @Test
  void unexpectedError_is500_withOnlyTheIdFromTheLog() {
    String cart = till.cartWithApple();
    shop.paymentFailure = Optional.of(new IllegalStateException("secret text"));
    try (LogLines lines = LogLines.of("dev.poscart.web")) {
      Reading answer = till.with("X-Request-Id", "my-request").post(cart + "/payments", CASH);
      answer.expectError(500, "900999");
      String errorId = answer.at("/data").textValue();
      assertThat(errorId).hasSize(36);
      assertThat(answer.at("/operation").textValue()).isEqualTo("exception_handler");
      assertThat(answer.body()).doesNotContain("secret", "Exception");
      assertThat(lines.containing(errorId))
          .singleElement()
          .asString()
          .startsWith("ERROR my-request")
          .contains("secret text");
    }
  }

  @Test
  void requestThatTakesTooLong_is504() {
    WebConfig impatient =
        WebConfigs.of(
            Optional.of("127.0.0.1"),
            0,
            65_536,
            Duration.ofMillis(300),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            16,
            Set.of(),
            "0.1.0");
    try (Shop slow = Shop.open(impatient)) {
      String cart = slow.till().cart();
      slow.master.hang();
      slow.till().post(cart + "/lineItems", APPLE).expectError(504, "600002");
      slow.master.recover();
      slow.till().post(cart + "/lineItems", APPLE).expect(200);
    }
  }

  @Test
  void bodyTooLong_is413_whetherDeclaredOrNot() {
    String cart = till.cart();
    byte[] body = (APPLE + " ".repeat(70_000)).getBytes(StandardCharsets.UTF_8);
    till.call("POST", cart + "/lineItems", BodyPublishers.ofByteArray(body))
        .expectError(413, "300001");
    till.call(
            "POST",
            cart + "/lineItems",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
        .expectError(413, "300001");
    assertThat(till.get(cart).at("/data/lineItems")).isEmpty();
  }

  @Test
  void texts_areJapanese_unlessEnglishIsPreferred() {
    assertThat(text(till)).isEqualTo("カートが見つかりません");
    assertThat(text(till.with("Accept-Language", "en-US,en;q=0.9,ja;q=0.8")))
        .isEqualTo("Cart not found");
    assertThat(text(till.with("Accept-Language", "ja,en;q=0.5"))).isEqualTo("カートが見つかりません");
    assertThat(text(till.with("Accept-Language", "fr, *"))).isEqualTo("カートが見つかりません");
    assertThat(text(till.with("Accept-Language", ";;q=x"))).isEqualTo("カートが見つかりません");
  }

  private static String text(TestTill till) {
    return till.get("/api/v1/carts/none").at("/user_error/message").textValue();
  }

  private static String discount(String type, String value) {
    return "[{\"discountType\":\"" + type + "\",\"discountValue\":" + value + "}]";
  }
}
