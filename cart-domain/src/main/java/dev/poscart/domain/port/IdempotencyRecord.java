package dev.poscart.domain.port;

import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.RequestFingerprint;
import dev.poscart.domain.model.StoredResponse;
import dev.poscart.domain.port.IdempotencyStore.BeginOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * The record of a request with an idempotency key, and what it means for further attempts.
 *
 * @param fingerprint stored by the first attempt
 * @param change the id of the first attempt
 * @param attempt the id of the latest attempt
 * @param leaseEnd until then, other attempts wait for the latest one
 * @param expiresAt from then on the record counts as absent
 * @param response empty until it is known
 */
public record IdempotencyRecord(
    String fingerprint,
    ChangeId change,
    ChangeId attempt,
    Instant leaseEnd,
    Instant expiresAt,
    Optional<StoredResponse> response) {

  /** Whether the record counts as absent. */
  public boolean isExpired(Instant now) {
    return !expiresAt.isAfter(now);
  }

  /** The outcome for another attempt; empty if it may take over. */
  public Optional<BeginOutcome> outcomeFor(RequestFingerprint others, Instant now) {
    if (!others.matches(fingerprint)) {
      return Optional.of(new BeginOutcome.KeyReused());
    }
    if (response.isPresent()) {
      return Optional.of(new BeginOutcome.Completed(response.get()));
    }
    return leaseEnd.isAfter(now) ? Optional.of(new BeginOutcome.InProgress()) : Optional.empty();
  }
}
