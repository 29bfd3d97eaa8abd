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
import dev.poscart.domain.port.Stages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Idempotency: a request with an idempotency key takes effect once and gets the same response
 * whenever it is repeated:
 *
 * <ol>
 *   <li>The first attempt determines the id of the change, which is stored before anything else.
 *   <li>The change is made under this id, and therefore once, even if an attempt that was given up
 *       is still running.
 *   <li>The response is stored. If that fails, or the process crashes before, the next attempt
 *       reconstructs the response from the changed data.
 * </ol>
 *
 * A refused request changed nothing: it is forgotten, so that it can succeed later.
 */
public final class IdempotentRequests {

  /** Long enough for almost any request; after that, another attempt may start in parallel. */
  private static final Duration LEASE = Duration.ofSeconds(10);

  private final IdempotencyStore idempotency;
  private final Identifiers identifiers;
  private final Clock clock;
  private final Duration retention;

  /**
   * @param retention how long responses are kept
   */
  public IdempotentRequests(
      IdempotencyStore idempotency, Identifiers identifiers, Clock clock, Duration retention) {
    this.idempotency = idempotency;
    this.identifiers = identifiers;
    this.clock = clock;
    this.retention = retention;
  }

  /**
   * The response to a request.
   *
   * @param replayed whether it is the stored response to an earlier attempt
   */
  public record Outcome(StoredResponse response, boolean replayed) {}

  /** One attempt, and the change that it attempts. */
  private record Try(IdempotencyKey key, ChangeId attempt, ChangeId change) {

    boolean isFirst() {
      return attempt.equals(change);
    }
  }

  /**
   * Responds to a request.
   *
   * @param fingerprint equal only for equal requests
   * @param action makes the change under the given id and returns the response; if it throws
   *     instead of returning a failed stage, it has not started anything
   * @return fails with {@link Refusal#KEY_REUSED}, with {@link Refusal#REQUEST_IN_PROGRESS}, with a
   *     {@link dev.poscart.domain.port.PortException} if the idempotency store is unavailable, or
   *     like the action
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

  /** The change is made, whether or not its response can be stored. */
  private CompletionStage<Outcome> keep(Try attempt, StoredResponse response) {
    return Stages.attempt(() -> idempotency.complete(attempt.key(), attempt.change(), response))
        .handle((kept, failure) -> new Outcome(response, false));
  }

  /** If even that fails, the lease expires by itself. */
  private CompletionStage<Outcome> ended(Try attempt, boolean changedNothing, Throwable failure) {
    // An attempt that took over cannot know the outcome of the earlier ones.
    return Stages.attempt(
            () ->
                changedNothing && attempt.isFirst()
                    ? idempotency.forget(attempt.key(), attempt.attempt())
                    : idempotency.release(attempt.key(), attempt.attempt()))
        .handle((ended, again) -> ended)
        .thenCompose(ended -> CompletableFuture.failedFuture(failure));
  }

  private static boolean isRefused(Throwable failure) {
    return Stages.cause(failure) instanceof Refused;
  }
}
