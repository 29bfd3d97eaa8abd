package dev.poscart.domain.usecase.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.InMemoryIdempotencyStore;
import dev.poscart.domain.fixtures.SequentialIdentifiers;
import dev.poscart.domain.fixtures.TestClock;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.IdempotencyKey;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.RequestFingerprint;
import dev.poscart.domain.model.StoredResponse;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.usecase.idempotency.IdempotentRequests.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class IdempotentRequestsTest {

  private static final RequestFingerprint REQUEST = new RequestFingerprint("v2:1", List.of());

  private static final IdempotencyKey KEY = new IdempotencyKey(CartTestData.TERMINAL, "key-1");
  private static final StoredResponse ANSWER = new StoredResponse(200, Optional.empty(), "{}");
  private static final ChangeId FIRST = new ChangeId("00000000-0000-4000-8000-000000000001");

  private final TestClock clock = new TestClock(Instant.parse("2026-11-23T09:27:02Z"));
  private final InMemoryIdempotencyStore store = new InMemoryIdempotencyStore();
  private final IdempotentRequests requests =
      new IdempotentRequests(store, new SequentialIdentifiers(), clock, Duration.ofHours(24));

  /** The changes passed to the action. */
  private final List<ChangeId> asked = new ArrayList<>();

  @Test
  void answeredRequest_isNotProcessedAgain() {
    assertThat(Await.result(answered())).isEqualTo(new Outcome(ANSWER, false));
    assertThat(Await.result(answered())).isEqualTo(new Outcome(ANSWER, true));
    assertThat(asked).containsExactly(FIRST);
  }

  @Test
  void refusedRequest_isForgotten_andGetsANewId() {
    assertThat(UseCaseFixture.refused(failing(refused())).refusal())
        .isEqualTo(Refusal.ITEM_NOT_FOUND);
    assertThat(store.size()).isZero();

    Await.result(answered());
    assertThat(asked).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void requestThatThrows_isForgotten() {
    Await.failure(
        requests.respond(
            KEY,
            REQUEST,
            change -> {
              throw new IllegalArgumentException("malformed");
            }));

    assertThat(store.size()).isZero();
  }

  @Test
  void failedRequest_isResumedAtOnce_withTheSameId() {
    Await.failure(failing(new PortException("store", Category.TIMEOUT, "no answer")));

    assertThat(Await.result(answered())).isEqualTo(new Outcome(ANSWER, false));
    assertThat(asked).containsExactly(FIRST, FIRST);
  }

  @Test
  void refusalAfterAFailure_doesNotFreeTheKey_becauseTheFirstAttemptMayStillSucceed() {
    Await.failure(failing(new PortException("store", Category.TIMEOUT, "no answer")));
    Await.failure(failing(refused()));

    Await.result(answered());
    assertThat(asked).containsExactly(FIRST, FIRST, FIRST);
  }

  @Test
  void slowRequest_isJoinedByTheNextAttempt_andEitherAnswerCounts() {
    CompletableFuture<StoredResponse> slow = new CompletableFuture<>();
    CompletionStage<Outcome> first = asking(slow);
    assertThat(UseCaseFixture.refused(answered()).refusal()).isEqualTo(Refusal.REQUEST_IN_PROGRESS);
    clock.advance(Duration.ofSeconds(10));
    CompletableFuture<StoredResponse> second = new CompletableFuture<>();
    CompletionStage<Outcome> joined = asking(second);

    slow.completeExceptionally(refused());
    assertThat(UseCaseFixture.refused(first).refusal()).isEqualTo(Refusal.ITEM_NOT_FOUND);
    assertThat(UseCaseFixture.refused(answered()).refusal()).isEqualTo(Refusal.REQUEST_IN_PROGRESS);
    second.complete(ANSWER);
    assertThat(Await.result(joined)).isEqualTo(new Outcome(ANSWER, false));
    assertThat(Await.result(answered())).isEqualTo(new Outcome(ANSWER, true));
    assertThat(asked).containsExactly(FIRST, FIRST);
  }

  @Test
  void anotherRequest_isRefused() {
    Await.result(answered());

    assertThat(
            UseCaseFixture.refused(
                    requests.respond(
                        KEY,
                        new RequestFingerprint("v2:2", List.of()),
                        change -> CompletableFuture.completedFuture(ANSWER)))
                .refusal())
        .isEqualTo(Refusal.KEY_REUSED);
  }

  private CompletionStage<Outcome> answered() {
    return asking(CompletableFuture.completedFuture(ANSWER));
  }

  private CompletionStage<Outcome> failing(RuntimeException failure) {
    return asking(CompletableFuture.failedFuture(failure));
  }

  private CompletionStage<Outcome> asking(CompletionStage<StoredResponse> response) {
    return requests.respond(
        KEY,
        REQUEST,
        change -> {
          asked.add(change);
          return response;
        });
  }

  private static Refused refused() {
    return new Refused(Refusal.ITEM_NOT_FOUND, "Item not found");
  }
}
