package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.domain.fixtures.Slow;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every route that changes something supports idempotency keys. */
@Slow
class IdempotentRoutesTest extends IdempotencyKeyFixture {

  private static final String LOG = "/api/v1/tenants/A1234/stores/5678/terminals/9/transactions";

  /** Routes for users and peer services, which may be repeated as they are. */
  private static final List<String> NOT_OF_TERMINALS =
      List.of("/tenants", "/delivery-status", "/auth/token");

  /** Target and body of a call. */
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
    if (route.body() == Route.Body.PAYLOAD) {
      call.sending("[1]").by(keyed).expectError(422, "300006");
    }
    new Call("POST", "/api/v1/carts/another/cancel", "").by(keyed).expectError(422, "300006");
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

    try (LogLines log = LogLines.of("dev.poscart.web")) {
      Reading running = call.by(keyed).expectError(409, "300007");
      assertThat(running.header("Retry-After")).isEqualTo("1");
      assertThat(
              log.containing("INFO " + running.header("X-Request-Id") + " answered 409/300007: "))
          .hasSize(1);
    }
    shop.answersClock.advance(Duration.ofSeconds(10));
    Reading rebuilt = call.by(keyed).expect(first.status());
    assertThat(rebuilt.body()).isEqualTo(first.body());
    assertThat(rebuilt.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(rebuilt.header("Idempotent-Replayed")).isEqualTo("(none)");
    assertThat(call.by(keyed).expect(first.status()).header("Idempotent-Replayed"))
        .isEqualTo("true");
    assertThat(state()).isEqualTo(after);
  }

  private Stream<Route> routes() {
    return shop.routes().stream()
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
    if (path.contains("{terminal_id}")) {
      return prepared(method, "/api/v1/terminals/A1234-5678-9", action);
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

  /** A call of a route of the desk that succeeds now. */
  private Call prepared(String method, String terminal, String action) {
    till.post(terminal + "/open", "");
    till.post(terminal + "/sign-in", "{\"staffId\":\"S004\"}");
    if (action.equals("/open") || action.equals("/close")) {
      StockedShop.cancelTendered(shop);
    }
    if (action.equals("/open")) {
      till.post(terminal + "/close", "").expect(200);
    }
    if (action.equals("/sign-in")) {
      till.post(terminal + "/sign-out", "");
    }
    if (action.equals("/cash-out")) {
      till.post(terminal + "/cash-in", "{\"amount\":1000}").expect(200);
    }
    return new Call(method, terminal + action, body(action));
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
