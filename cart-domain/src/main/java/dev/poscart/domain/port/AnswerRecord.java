package dev.poscart.domain.port;

import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.KeptAnswer;
import dev.poscart.domain.model.RequestFingerprint;
import dev.poscart.domain.port.AnswerStore.Attempt;
import dev.poscart.domain.port.AnswerStore.Begun;
import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of a request that has a key, and what follows from it for the next attempt.
 *
 * @param fingerprint as it was stored by the first attempt
 * @param change the id of the first attempt
 * @param attempt the id of the latest attempt
 * @param answer empty as long as it is not known
 */
public record AnswerRecord(
    String fingerprint,
    ChangeId change,
    ChangeId attempt,
    Instant leaseEnd,
    Instant expiresAt,
    Optional<KeptAnswer> answer) {

  /** The record of a first attempt. */
  public static AnswerRecord first(RequestFingerprint fingerprint, Attempt attempt) {
    return new AnswerRecord(
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
  public Optional<Begun> told(RequestFingerprint others, Instant now) {
    if (!others.matches(fingerprint)) {
      return Optional.of(new Begun.Different());
    }
    if (answer.isPresent()) {
      return Optional.of(new Begun.Answered(answer.get()));
    }
    return leaseEnd.isAfter(now) ? Optional.of(new Begun.Running()) : Optional.empty();
  }
}
