package dev.poscart.domain.port;

import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.RequestFingerprint;
import dev.poscart.domain.model.StoredResponse;
import dev.poscart.domain.port.IdempotencyStore.Attempt;
import dev.poscart.domain.port.IdempotencyStore.BeginOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * What is stored about a request that carries an idempotency key, and what it means for the next
 * attempt.
 *
 * @param fingerprint as it was stored by the first attempt
 * @param change the id of the first attempt
 * @param attempt the id of the latest attempt
 * @param response empty as long as it is not known
 */
public record IdempotencyRecord(
    String fingerprint,
    ChangeId change,
    ChangeId attempt,
    Instant leaseEnd,
    Instant expiresAt,
    Optional<StoredResponse> response) {

  /** The record of a first attempt. */
  public static IdempotencyRecord first(RequestFingerprint fingerprint, Attempt attempt) {
    return new IdempotencyRecord(
        fingerprint.value(),
        attempt.id(),
        attempt.id(),
        attempt.leaseEnd(),
        attempt.expiresAt(),
        Optional.empty());
  }

  /** Whether it is as good as gone. */
  public boolean isExpired(Instant now) {
    return !expiresAt.isAfter(now);
  }

  /** What another attempt is told; empty if it may take over. */
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
