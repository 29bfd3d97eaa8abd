package dev.poscart.domain.port;

import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.IdempotencyKey;
import dev.poscart.domain.model.RequestFingerprint;
import dev.poscart.domain.model.StoredResponse;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * The idempotency store: keeps the responses to requests that carry an idempotency key. It spares a
 * repeated request the work; what makes a change happen once is the id that is decided here and
 * that the change carries.
 */
public interface IdempotencyStore {

  /** Of more requests of one terminal the earliest are forgotten, at the latest a little later. */
  int MAX_PER_TERMINAL = 10_000;

  /** What became of a begin. */
  sealed interface BeginOutcome {

    /** The request is new: the attempt's id is its change's id. */
    record First() implements BeginOutcome {}

    /** Nobody knows what an earlier attempt came to; it goes on under the first one's id. */
    record TakenOver(ChangeId change) implements BeginOutcome {}

    /** An earlier attempt may still be in progress. */
    record InProgress() implements BeginOutcome {}

    record Completed(StoredResponse response) implements BeginOutcome {}

    /** The terminal used the key for another request. */
    record KeyReused() implements BeginOutcome {}
  }

  /**
   * One attempt at a request.
   *
   * @param id unique; becomes the change's if this attempt is the first
   * @param leaseEnd until then others wait for this attempt
   * @param expiresAt from then on the request is unknown, if this attempt is the first
   */
  record Attempt(ChangeId id, Instant at, Instant leaseEnd, Instant expiresAt) {}

  /**
   * Begins an attempt. Of several at once, one is the first.
   *
   * @param fingerprint the same for the same request only
   */
  CompletionStage<BeginOutcome> begin(
      IdempotencyKey key, RequestFingerprint fingerprint, Attempt attempt);

  /**
   * Keeps the answer of a change; of several attempts the first to come.
   *
   * @return false, and nothing is changed, if the request is unknown, answered, or another's now
   */
  CompletionStage<Boolean> complete(IdempotencyKey key, ChangeId change, StoredResponse response);

  /**
   * Forgets a request that changed nothing, so that its key is free.
   *
   * @param attempt the first one
   * @return false, and nothing is changed, if it was answered or another attempt took it over: that
   *     one may still make the change
   */
  CompletionStage<Boolean> forget(IdempotencyKey key, ChangeId attempt);

  /**
   * Lets the next attempt take over at once.
   *
   * @return false, and nothing is changed, if it was answered or taken over
   */
  CompletionStage<Boolean> release(IdempotencyKey key, ChangeId attempt);
}
