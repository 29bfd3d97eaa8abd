package dev.poscart.domain.port;

import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.IdempotencyKey;
import dev.poscart.domain.model.RequestFingerprint;
import dev.poscart.domain.model.StoredResponse;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * The idempotency store: keeps the responses to requests with an idempotency key, so that a
 * repeated request need not be processed again. What makes a change take effect once is its {@link
 * ChangeId}, which is assigned here and stored with the changed data.
 */
public interface IdempotencyStore {

  /** The number of requests kept per terminal; older ones are forgotten, with some delay. */
  int MAX_PER_TERMINAL = 10_000;

  /** The outcome of {@link #begin}. */
  sealed interface BeginOutcome {

    /** The request is new; the id of the attempt becomes the id of the change. */
    record First() implements BeginOutcome {}

    /**
     * The outcome of an earlier attempt is unknown; this attempt continues under the id of the
     * first one.
     */
    record TakenOver(ChangeId change) implements BeginOutcome {}

    /** An earlier attempt may still be in progress. */
    record InProgress() implements BeginOutcome {}

    record Completed(StoredResponse response) implements BeginOutcome {}

    /** The terminal has used the key for a different request. */
    record KeyReused() implements BeginOutcome {}
  }

  /**
   * One attempt at a request.
   *
   * @param id unique; becomes the id of the change if this is the first attempt
   * @param leaseEnd until then, other attempts wait for this one
   * @param expiresAt when the record expires, if this is the first attempt
   */
  record Attempt(ChangeId id, Instant at, Instant leaseEnd, Instant expiresAt) {}

  /**
   * Begins an attempt. Of several concurrent ones, exactly one is the first.
   *
   * @param fingerprint equal only for equal requests
   */
  CompletionStage<BeginOutcome> begin(
      IdempotencyKey key, RequestFingerprint fingerprint, Attempt attempt);

  /**
   * Stores the response to a change; the first of several attempts counts.
   *
   * @return false, without any change, if the request is unknown, already answered, or has become a
   *     different change
   */
  CompletionStage<Boolean> complete(IdempotencyKey key, ChangeId change, StoredResponse response);

  /**
   * Forgets a request that changed nothing, which frees its key.
   *
   * @param attempt the first attempt
   * @return false, without any change, if the request was answered or taken over by another
   *     attempt, which may still make the change
   */
  CompletionStage<Boolean> forget(IdempotencyKey key, ChangeId attempt);

  /**
   * Ends the lease of an attempt, so that the next one can take over at once.
   *
   * @return false, without any change, if the request was answered or taken over
   */
  CompletionStage<Boolean> release(IdempotencyKey key, ChangeId attempt);
}
