package dev.poscart.web;

import dev.poscart.domain.fixtures.InMemoryIdempotencyStore;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.IdempotencyKey;
import dev.poscart.domain.model.RequestFingerprint;
import dev.poscart.domain.model.StoredResponse;
import dev.poscart.domain.port.IdempotencyStore;
import dev.poscart.domain.port.PortException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Stored responses in memory, unavailable on demand. */
final class TestAnswers implements IdempotencyStore {

  final InMemoryIdempotencyStore kept = new InMemoryIdempotencyStore();

  /** No request can be started. */
  volatile boolean away;

  /** Started requests are never completed, as if the process had died. */
  volatile boolean dying;

  @Override
  public CompletionStage<BeginOutcome> begin(
      IdempotencyKey key, RequestFingerprint fingerprint, Attempt attempt) {
    return unless(away, () -> kept.begin(key, fingerprint, attempt));
  }

  @Override
  public CompletionStage<Boolean> complete(
      IdempotencyKey key, ChangeId change, StoredResponse response) {
    return unless(dying, () -> kept.complete(key, change, response));
  }

  @Override
  public CompletionStage<Boolean> forget(IdempotencyKey key, ChangeId attempt) {
    return unless(dying, () -> kept.forget(key, attempt));
  }

  @Override
  public CompletionStage<Boolean> release(IdempotencyKey key, ChangeId attempt) {
    return unless(dying, () -> kept.release(key, attempt));
  }

  private static <T> CompletionStage<T> unless(boolean failure, Supplier<CompletionStage<T>> call) {
    return failure
        ? CompletableFuture.failedFuture(
            new PortException("answers", PortException.Category.UNAVAILABLE, "away"))
        : call.get();
  }
}
