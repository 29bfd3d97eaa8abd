package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Race;
import dev.poscart.domain.fixtures.Slow;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are repeated under a key, over HTTP. */
@Slow
class IdempotencyKeyTest {

  private static final String LOG = "/api/v1/tenants/A1234/stores/5678/terminals/9/transactions";
  private static final String CASH = "[{\"paymentCode\":\"01\",\"amount\":110}]";
  private static final String APPLE = "[{\"itemCode\":\"A\",\"quantity\":1}]";
  private static final String YEN_OFF =
      "[{\"discountType\":\"DiscountAmount\",\"discountValue\":1}]";

  /** Routes for users and peer services, which may be repeated as they are. */
  private static final List<String> NOT_OF_TERMINALS = List.of("/tenants", "/delivery-status");

  private final Shop shop = Shop.open();
  private final TestTill till = shop.till();

  @AfterEach
  void close() {
    shop.close();
  }

  /** Where a call goes, and what it sends. */
  private record Call(String method, String path, String body) {

    Reading by(TestTill caller) {
      return caller.call(method, path, body);
    }

    Call sending(String otherBody) {
      return new Call(method, path, otherBody);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyChangingRoute_isDoneOnceForAKey() {
    return routes().map(route -> dynamicTest(route, this::checkRepeated));
  }

  @TestFactory
  Stream<DynamicTest> everyChangingRoute_whoseAnswerWasNotKept_isDoneOnceAllTheSame() {
    return routes().map(route -> dynamicTest(route, this::checkCrash));
  }

  private void checkRepeated(Route route) {
    Call call = prepared(route);
    TestTill keyed = till.with("Idempotency-Key", route.path());
    Reading first = call.by(keyed);
    assertThat(first.status()).as(first.body()).isIn(200, 201);
    assertThat(first.header("Idempotent-Replayed")).isEqualTo("(none)");
    String after = state();

    Reading again = call.by(keyed).expect(first.status());
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    if (route.takesBody()) {
      call.sending("[1]").by(keyed).expectError(422, "300006");
    }
    new Call("POST", till.cart() + "/cancel", "").by(keyed).expectError(422, "300006");
    assertThat(state()).isEqualTo(after);
  }

  private void checkCrash(Route route) {
    Call call = prepared(route);
    TestTill keyed = till.with("Idempotency-Key", route.path());
    shop.answers.dying = true;
    Reading first = call.by(keyed);
    assertThat(first.status()).as(first.body()).isIn(200, 201);
    shop.answers.dying = false;
    String after = state();

    Reading running = call.by(keyed).expectError(409, "300007");
    assertThat(running.header("Retry-After")).isEqualTo("1");
    shop.answersClock.move(Duration.ofSeconds(10));
    Reading rebuilt = call.by(keyed).expect(first.status());
    assertThat(rebuilt.body()).isEqualTo(first.body());
    assertThat(rebuilt.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(rebuilt.header("Idempotent-Replayed")).isEqualTo("(none)");
    assertThat(call.by(keyed).expect(first.status()).header("Idempotent-Replayed"))
        .isEqualTo("true");
    assertThat(state()).isEqualTo(after);
  }

  @Test
  void twoAtOnce_areDoneOnce() {
    for (int round = 0; round < 10; round++) {
      String cart = till.cart();
      TestTill keyed = till.with("Idempotency-Key", "race-" + round);
      List<Reading> answers = Race.of(4, i -> keyed.post(cart + "/lineItems", APPLE));

      assertThat(answers).extracting(Reading::status).contains(200).isSubsetOf(200, 409);
      assertThat(answers.stream().filter(answer -> answer.status() == 200).map(Reading::body))
          .containsOnly(keyed.post(cart + "/lineItems", APPLE).expect(200).body());
      assertThat(till.get(cart).at("/data/lineItems").size()).isEqualTo(1);
    }
  }

  @Test
  void anotherServerOnTheSameStores_givesTheSameAnswer() {
    String cart = paid();
    TestTill keyed = till.with("Idempotency-Key", "bill-1");
    Reading first = keyed.post(cart + "/bill", "").expect(200);
    try (CartWebServer another = new CartWebServer(Shop.CONFIG, shop.useCases)) {
      another.start();
      Reading again =
          new TestTill(another.port(), "A1234-5678-9", "key9")
              .with("Idempotency-Key", "bill-1")
              .post(cart + "/bill", "")
              .expect(200);

      assertThat(again.body()).isEqualTo(first.body());
    }
    till.post(cart + "/bill", "").expectError(400, "300004");
    till.with("Idempotency-Key", "bill-2").post(cart + "/bill", "").expectError(400, "300004");
  }

  @Test
  void keyOfAnotherTerminal_isAnotherKey() {
    String first = till.with("Idempotency-Key", "k").post("/api/v1/carts", "{}").body();
    String second =
        shop.till("A1234-5678-10", "key10")
            .with("Idempotency-Key", "k")
            .post("/api/v1/carts", "{}")
            .expect(201)
            .body();

    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void key_isFreeAfterADay() {
    TestTill keyed = till.with("Idempotency-Key", "k");
    String first = keyed.post("/api/v1/carts", "{}").expect(201).body();
    shop.answersClock.move(Duration.ofHours(24).minusMillis(1));
    assertThat(keyed.post("/api/v1/carts", "{}").body()).isEqualTo(first);
    shop.answersClock.move(Duration.ofMillis(1));

    assertThat(keyed.post("/api/v1/carts", "{}").expect(201).body()).isNotEqualTo(first);
  }

  @Test
  void refusedRequest_canBeCorrectedUnderItsKey() {
    String cart = till.cart();
    TestTill keyed = till.with("Idempotency-Key", "k");
    keyed
        .post(cart + "/lineItems", "[{\"itemCode\":\"?\",\"quantity\":1}]")
        .expectError(404, "402001");
    keyed.post(cart + "/lineItems", "[{\"itemCode\":7}]").expectError(422, "300001");
    keyed.post(cart + "/lineItems", APPLE).expect(200);
    assertThat(keyed.post(cart + "/lineItems", APPLE).header("Idempotent-Replayed"))
        .isEqualTo("true");
  }

  @Test
  void unexpectedFailure_isTakenUpAgainUnderItsKey() {
    String cart = till.cartWithApple();
    TestTill keyed = till.with("Idempotency-Key", "k");
    shop.paymentFailure = Optional.of(new IllegalStateException("no"));
    keyed.post(cart + "/payments", CASH).expectError(500, "900999");
    shop.paymentFailure = Optional.empty();

    keyed.post(cart + "/payments", CASH).expect(200);
    keyed.post(cart + "/payments", CASH).expect(200);
    assertThat(till.get(cart).at("/data/payments").size()).isEqualTo(1);
  }

  @Test
  void withoutAPlaceForTheAnswer_nothingIsDone() {
    String cart = till.cart();
    shop.answers.away = true;
    till.with("Idempotency-Key", "k").post(cart + "/lineItems", APPLE).expectError(503, "600001");
    assertThat(till.get(cart).at("/data/lineItems").size()).isZero();

    till.post(cart + "/lineItems", APPLE).expect(200);
  }

  @Test
  void whoIsNotKnown_isToldSo_andNothingIsKept() {
    TestTill keyed = till.with("Idempotency-Key", "k");
    keyed.post("/api/v1/carts", "{}").expect(201);
    int kept = shop.answers.kept.size();

    shop.till("A1234-5678-9", "wrong")
        .with("Idempotency-Key", "k")
        .post("/api/v1/carts", "{}")
        .expectError(401, "200001");
    shop.till("A1234-5678-9", "wrong")
        .with("Idempotency-Key", "other")
        .post("/api/v1/carts", "{}")
        .expectError(401, "200001");
    till.post("/api/v1/carts", "{}").expect(201);
    assertThat(shop.answers.kept.size()).isEqualTo(kept);
  }

  @Test
  void reading_doesNotCareForAKey() {
    String cart = till.cart();
    TestTill keyed = till.with("Idempotency-Key", "k");
    keyed.get(cart).expect(200);
    till.with("Idempotency-Key", "no key").get(cart).expect(200);
    till.post(cart + "/lineItems", APPLE).expect(200);

    assertThat(keyed.get(cart).at("/data/lineItems").size()).isEqualTo(1);
    assertThat(shop.answers.kept.size()).isZero();
  }

  @Test
  void repeatedRequest_mayNameTheVersionThatItChanged() {
    String cart = till.cartWithApple();
    TestTill keyed = till.with("Idempotency-Key", "k").with("If-Match", "\"2\"");
    shop.answers.dying = true;
    keyed.post(cart + "/lineItems", APPLE).expect(200);
    shop.answers.dying = false;
    shop.answersClock.move(Duration.ofSeconds(10));

    assertThat(keyed.post(cart + "/lineItems", APPLE).expect(200).header("ETag"))
        .isEqualTo("\"3\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "", "a\tb"})
  void malformedKey_isRefused(String key) {
    till.with("Idempotency-Key", key).post("/api/v1/carts", "{}").expectError(422, "300001");
  }

  @Test
  void keyOfAnyVisibleCharacters_upTo255_isTaken() {
    till.with("Idempotency-Key", "~!$'\"".repeat(51)).post("/api/v1/carts", "{}").expect(201);
    till.with("Idempotency-Key", "x".repeat(256))
        .post("/api/v1/carts", "{}")
        .expectError(422, "300001");
  }

  @Test
  void textsOfTheRefusals_areInTheLanguageOfTheTill() {
    TestTill keyed = till.with("Idempotency-Key", "k");
    keyed.post("/api/v1/carts", "{}").expect(201);

    assertThat(keyed.post("/api/v1/carts", "[]").at("/user_error/message").textValue())
        .isEqualTo("同じキーで別の操作が送信されました");
    assertThat(
            keyed
                .with("Accept-Language", "en")
                .post("/api/v1/carts", "[]")
                .at("/user_error/message")
                .textValue())
        .isEqualTo("The key was used for another request");
  }

  private Stream<Route> routes() {
    return new RouteTable(shop.useCases, "0", Clock.systemUTC())
        .routes().stream()
            .filter(route -> !route.method().equals(HandlerType.GET))
            .filter(route -> !route.method().equals(HandlerType.DELETE))
            .filter(route -> NOT_OF_TERMINALS.stream().noneMatch(route.path()::endsWith));
  }

  private static DynamicTest dynamicTest(Route route, Consumer<Route> check) {
    return DynamicTest.dynamicTest(route.method() + " " + route.path(), () -> check.accept(route));
  }

  /** A call of the route that succeeds now. */
  private Call prepared(Route route) {
    String method = route.method().name();
    String path = route.path();
    String action = path.substring(path.lastIndexOf('/'));
    if (path.endsWith("/carts")) {
      return new Call(method, path, "{}");
    }
    if (path.contains("{transaction_no}")) {
      String sold = paid();
      int no = till.post(sold + "/bill", "").expect(200).at("/data/transactionNo").intValue();
      return new Call(method, LOG + "/" + no + action, CASH);
    }
    String cart =
        switch (action) {
          case "/bill" -> paid();
          case "/resume-item-entry" -> subtotalled();
          case "/discounts" -> path.contains("{lineNo}") ? till.cartWithApple() : subtotalled();
          case "/retrieve" -> parked();
          default -> till.cartWithApple();
        };
    String resolved = path.replace("/api/v1/carts/{cart_id}", cart).replace("{lineNo}", "1");
    return new Call(method, resolved, body(action));
  }

  private static String body(String action) {
    return Map.of(
            "/lineItems", APPLE,
            "/unitPrice", "{\"unitPrice\":90}",
            "/quantity", "{\"quantity\":2}",
            "/discounts", YEN_OFF,
            "/payments", "[{\"paymentCode\":\"01\",\"amount\":10}]",
            "/park", "{}")
        .getOrDefault(action, "");
  }

  private String subtotalled() {
    String cart = till.cartWithApple();
    till.post(cart + "/subtotal", "").expect(200);
    return cart;
  }

  private String paid() {
    String cart = subtotalled();
    till.post(cart + "/payments", CASH).expect(200);
    return cart;
  }

  private String parked() {
    String cart = till.cartWithApple();
    till.post(cart + "/park", "{}").expect(200);
    return cart;
  }

  /** All that the till has in the log. */
  private String state() {
    return till.get(LOG).expect(200).body();
  }
}
