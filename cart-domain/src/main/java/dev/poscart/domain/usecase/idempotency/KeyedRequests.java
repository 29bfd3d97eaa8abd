package dev.poscart.domain.usecase.idempotency;

import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.KeptAnswer;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.RequestFingerprint;
import dev.poscart.domain.model.RequestKey;
import dev.poscart.domain.port.AnswerStore;
import dev.poscart.domain.port.AnswerStore.Attempt;
import dev.poscart.domain.port.AnswerStore.Begun;
import dev.poscart.domain.port.Identifiers;
import dev.poscart.domain.usecase.Stages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Answers a request that has a key once, and the same again whenever it is repeated:
 *
 * <ol>
 *   <li>the first attempt decides the id of the change; nothing is begun before that is stored;
 *   <li>the change is made under this id, so it is made once, even if an attempt that was given up
 *       is still alive;
 *   <li>the answer is kept. If that fails, or the process dies before, the next attempt makes the
 *       answer from what the change left.
 * </ol>
 *
 * A request that was refused changed nothing: it is forgotten, so that it can succeed later.
 */
public final class KeyedRequests {

  /** Long enough for almost any request; after that another attempt may join in. */
  private static final Duration LEASE = Duration.ofSeconds(10);

  private final AnswerStore answers;
  private final Identifiers identifiers;
  private final Clock clock;
  private final Duration kept;

  /**
   * Composes.
   *
   * @param kept how long answers are known
   */
  public KeyedRequests(AnswerStore answers, Identifiers identifiers, Clock clock, Duration kept) {
    this.answers = answers;
    this.identifiers = identifiers;
    this.clock = clock;
    this.kept = kept;
  }

  /**
   * How a request was answered.
   *
   * @param replayed whether an earlier attempt was answered so
   */
  public record Outcome(KeptAnswer answer, boolean replayed) {}

  /** One attempt, and the change that it is an attempt at. */
  private record Try(RequestKey key, ChangeId attempt, ChangeId change) {

    boolean isFirst() {
      return attempt.equals(change);
    }
  }

  /**
   * Answers a request.
   *
   * @param fingerprint the same for the same request only
   * @param action makes the change under the id given and tells the answer; one that throws instead
   *     of failing its stage has begun nothing
   * @return fails with {@link Refusal#KEY_REUSED}, {@link Refusal#REQUEST_RUNNING}, with a {@link
   *     dev.poscart.domain.port.PortException} if nothing could be begun, or as the action did
   */
  public CompletionStage<Outcome> answer(
      RequestKey key,
      RequestFingerprint fingerprint,
      Function<ChangeId, CompletionStage<KeptAnswer>> action) {
    Instant now = clock.instant();
    ChangeId id = new ChangeId(identifiers.newUuid());
    return Stages.attempt(
            () ->
                answers.begin(
                    key, fingerprint, new Attempt(id, now, now.plus(LEASE), now.plus(kept))))
        .thenCompose(begun -> go(key, id, begun, action));
  }

  private CompletionStage<Outcome> go(
      RequestKey key,
      ChangeId attempt,
      Begun begun,
      Function<ChangeId, CompletionStage<KeptAnswer>> action) {
    if (begun instanceof Begun.Answered known) {
      return Stages.completed(new Outcome(known.answer(), true));
    }
    if (begun instanceof Begun.Different) {
      throw new Refused(Refusal.KEY_REUSED, "The key was used for another request: " + key.key());
    }
    if (begun instanceof Begun.Running) {
      throw new Refused(
          Refusal.REQUEST_RUNNING, "The same request is still being processed: " + key.key());
    }
    ChangeId change = begun instanceof Begun.TakenOver earlier ? earlier.change() : attempt;
    return run(new Try(key, attempt, change), action);
  }

  private CompletionStage<Outcome> run(
      Try attempt, Function<ChangeId, CompletionStage<KeptAnswer>> action) {
    CompletionStage<KeptAnswer> answered;
    try {
      answered = action.apply(attempt.change());
    } catch (RuntimeException e) {
      return ended(attempt, true, e);
    }
    return answered
        .thenCompose(answer -> keep(attempt, answer))
        .exceptionallyCompose(trouble -> ended(attempt, isRefused(trouble), trouble));
  }

  /** The change is made, whether or not its answer can be kept. */
  private CompletionStage<Outcome> keep(Try attempt, KeptAnswer answer) {
    return Stages.attempt(() -> answers.complete(attempt.key(), attempt.change(), answer))
        .handle((kept, trouble) -> new Outcome(answer, false));
  }

  /** If even that fails, the lease ends by itself. */
  private CompletionStage<Outcome> ended(Try attempt, boolean changedNothing, Throwable trouble) {
    // An attempt that took over does not know what the others come to.
    return Stages.attempt(
            () ->
                changedNothing && attempt.isFirst()
                    ? answers.forget(attempt.key(), attempt.attempt())
                    : answers.release(attempt.key(), attempt.attempt()))
        .handle((ended, again) -> ended)
        .thenCompose(ended -> CompletableFuture.failedFuture(trouble));
  }

  private static boolean isRefused(Throwable trouble) {
    return trouble instanceof Refused
        || (trouble instanceof CompletionException && trouble.getCause() instanceof Refused);
  }
}
