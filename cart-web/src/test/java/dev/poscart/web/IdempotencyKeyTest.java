package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Race;
import dev.poscart.domain.fixtures.Slow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests repeated with a key, over HTTP. */
@Slow
class IdempotencyKeyTest extends IdempotencyKeyFixture {

  @Test
  void concurrentRequests_takeEffectOnce() {
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
  void key_expiresAfterADay() {
    TestTill keyed = till.with("Idempotency-Key", "k");
    String first = keyed.post("/api/v1/carts", "{}").expect(201).body();
    shop.answersClock.advance(Duration.ofHours(24).minusMillis(1));
    assertThat(keyed.post("/api/v1/carts", "{}").body()).isEqualTo(first);
    shop.answersClock.advance(Duration.ofMillis(1));

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
  void unexpectedFailure_canBeRetriedUnderItsKey() {
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
  void withoutTheIdempotencyStore_nothingIsDone() {
    String cart = till.cart();
    shop.answers.away = true;
    till.with("Idempotency-Key", "k").post(cart + "/lineItems", APPLE).expectError(503, "600001");
    assertThat(till.get(cart).at("/data/lineItems").size()).isZero();

    till.post(cart + "/lineItems", APPLE).expect(200);
  }

  @Test
  void unauthenticatedRequest_isRefused_andNotRecorded() {
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
  void reading_ignoresTheKey() {
    String cart = till.cart();
    TestTill keyed = till.with("Idempotency-Key", "k");
    keyed.get(cart).expect(200);
    till.with("Idempotency-Key", "no key").get(cart).expect(200);
    till.post(cart + "/lineItems", APPLE).expect(200);

    assertThat(keyed.get(cart).at("/data/lineItems").size()).isEqualTo(1);
    assertThat(shop.answers.kept.size()).isZero();
  }

  @Test
  void repeatedRequest_mayNameTheVersionItChanged() {
    String cart = till.cartWithApple();
    TestTill keyed = till.with("Idempotency-Key", "k").with("If-Match", "\"2\"");
    shop.answers.dying = true;
    keyed.post(cart + "/lineItems", APPLE).expect(200);
    shop.answers.dying = false;
    shop.answersClock.advance(Duration.ofSeconds(10));

    assertThat(keyed.post(cart + "/lineItems", APPLE).expect(200).header("ETag"))
        .isEqualTo("\"3\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "", "a\tb"})
  void malformedKey_isRefused(String key) {
    till.with("Idempotency-Key", key).post("/api/v1/carts", "{}").expectError(422, "300001");
  }

  @Test
  void keyOfVisibleCharacters_upTo255_isAccepted() {
    till.with("Idempotency-Key", "~!$'\"".repeat(51)).post("/api/v1/carts", "{}").expect(201);
    till.with("Idempotency-Key", "x".repeat(256))
        .post("/api/v1/carts", "{}")
        .expectError(422, "300001");
  }

  @Test
  void refusalTexts_areInTheLanguageOfTheTill() {
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
}
