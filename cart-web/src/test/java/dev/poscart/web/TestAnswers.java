package dev.poscart.web;

import dev.poscart.domain.fixtures.InMemoryAnswerStore;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.KeptAnswer;
import dev.poscart.domain.model.RequestFingerprint;
import dev.poscart.domain.model.RequestKey;
import dev.poscart.domain.port.AnswerStore;
import dev.poscart.domain.port.PortException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Answers in memory, out of reach when a test says so. */
final class TestAnswers implements AnswerStore {

  final InMemoryAnswerStore kept = new InMemoryAnswerStore();

  /** Nothing can be begun. */
  volatile boolean away;

  /** What was begun is never ended, as if the process had died. */
  volatile boolean dying;

  @Override
  public CompletionStage<Begun> begin(
      RequestKey key, RequestFingerprint fingerprint, Attempt attempt) {
    return unless(away, () -> kept.begin(key, fingerprint, attempt));
  }

  @Override
  public CompletionStage<Boolean> complete(RequestKey key, ChangeId change, KeptAnswer answer) {
    return unless(dying, () -> kept.complete(key, change, answer));
  }

  @Override
  public CompletionStage<Boolean> forget(RequestKey key, ChangeId attempt) {
    return unless(dying, () -> kept.forget(key, attempt));
  }

  @Override
  public CompletionStage<Boolean> release(RequestKey key, ChangeId attempt) {
    return unless(dying, () -> kept.release(key, attempt));
  }

  private static <T> CompletionStage<T> unless(boolean trouble, Supplier<CompletionStage<T>> call) {
    return trouble
        ? CompletableFuture.failedFuture(
            new PortException("answers", PortException.Category.UNAVAILABLE, "away"))
        : call.get();
  }
}
