package dev.poscart.domain.usecase.idempotency;

import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.IdempotencyKey;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.RequestFingerprint;
import dev.poscart.domain.model.StoredResponse;
import dev.poscart.domain.port.IdempotencyStore;
import dev.poscart.domain.port.IdempotencyStore.Attempt;
import dev.poscart.domain.port.IdempotencyStore.BeginOutcome;
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
 * Idempotency: a request that carries a key takes effect once and gets the same response whenever
 * it is repeated:
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
public final class IdempotentRequests {

  /** Long enough for almost any request; after that another attempt may join in. */
  private static final Duration LEASE = Duration.ofSeconds(10);

  private final IdempotencyStore idempotency;
  private final Identifiers identifiers;
  private final Clock clock;
  private final Duration retention;

  /**
   * Composes.
   *
   * @param retention how long answers are known
   */
  public IdempotentRequests(
      IdempotencyStore idempotency, Identifiers identifiers, Clock clock, Duration retention) {
    this.idempotency = idempotency;
    this.identifiers = identifiers;
    this.clock = clock;
    this.retention = retention;
  }

  /**
   * How a request was answered.
   *
   * @param replayed whether an earlier attempt was answered so
   */
  public record Outcome(StoredResponse response, boolean replayed) {}

  /** One attempt, and the change that it is an attempt at. */
  private record Try(IdempotencyKey key, ChangeId attempt, ChangeId change) {

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
   * @return fails with {@link Refusal#KEY_REUSED}, {@link Refusal#REQUEST_IN_PROGRESS}, with a
   *     {@link dev.poscart.domain.port.PortException} if nothing could be begun, or as the action
   *     did
   */
  public CompletionStage<Outcome> respond(
      IdempotencyKey key,
      RequestFingerprint fingerprint,
      Function<ChangeId, CompletionStage<StoredResponse>> action) {
    Instant now = clock.instant();
    ChangeId id = new ChangeId(identifiers.newUuid());
    return Stages.attempt(
            () ->
                idempotency.begin(
                    key, fingerprint, new Attempt(id, now, now.plus(LEASE), now.plus(retention))))
        .thenCompose(outcome -> go(key, id, outcome, action));
  }

  private CompletionStage<Outcome> go(
      IdempotencyKey key,
      ChangeId attempt,
      BeginOutcome outcome,
      Function<ChangeId, CompletionStage<StoredResponse>> action) {
    if (outcome instanceof BeginOutcome.Completed known) {
      return Stages.completed(new Outcome(known.response(), true));
    }
    if (outcome instanceof BeginOutcome.KeyReused) {
      throw new Refused(Refusal.KEY_REUSED, "The key was used for another request: " + key.key());
    }
    if (outcome instanceof BeginOutcome.InProgress) {
      throw new Refused(
          Refusal.REQUEST_IN_PROGRESS, "The same request is still being processed: " + key.key());
    }
    ChangeId change =
        outcome instanceof BeginOutcome.TakenOver earlier ? earlier.change() : attempt;
    return run(new Try(key, attempt, change), action);
  }

  private CompletionStage<Outcome> run(
      Try attempt, Function<ChangeId, CompletionStage<StoredResponse>> action) {
    CompletionStage<StoredResponse> answered;
    try {
      answered = action.apply(attempt.change());
    } catch (RuntimeException e) {
      return ended(attempt, true, e);
    }
    return answered
        .thenCompose(response -> keep(attempt, response))
        .exceptionallyCompose(failure -> ended(attempt, isRefused(failure), failure));
  }

  /** The change is made, whether or not its answer can be kept. */
  private CompletionStage<Outcome> keep(Try attempt, StoredResponse response) {
    return Stages.attempt(() -> idempotency.complete(attempt.key(), attempt.change(), response))
        .handle((kept, failure) -> new Outcome(response, false));
  }

  /** If even that fails, the lease ends by itself. */
  private CompletionStage<Outcome> ended(Try attempt, boolean changedNothing, Throwable failure) {
    // An attempt that took over does not know what the others come to.
    return Stages.attempt(
            () ->
                changedNothing && attempt.isFirst()
                    ? idempotency.forget(attempt.key(), attempt.attempt())
                    : idempotency.release(attempt.key(), attempt.attempt()))
        .handle((ended, again) -> ended)
        .thenCompose(ended -> CompletableFuture.failedFuture(failure));
  }

  private static boolean isRefused(Throwable failure) {
    return failure instanceof Refused
        || (failure instanceof CompletionException && failure.getCause() instanceof Refused);
  }
}
