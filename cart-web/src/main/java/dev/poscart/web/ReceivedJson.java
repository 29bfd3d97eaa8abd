package dev.poscart.web;

import dev.poscart.domain.model.SignedSnapshot;
import java.util.Optional;

/**
 * The JSON of a body.
 *
 * @param payload empty if there is none, or only {@code null}
 * @param snapshot what came signed beside the payload, exactly as it was sent
 * @param numbers those that came unsigned beside the payload
 */
record ReceivedJson(
    Optional<Json> payload, Optional<SignedSnapshot> snapshot, Optional<Json> numbers) {

  static final ReceivedJson NONE =
      new ReceivedJson(Optional.empty(), Optional.empty(), Optional.empty());

  /** A payload with nothing beside it. */
  static ReceivedJson of(Optional<Json> payload) {
    return new ReceivedJson(payload, Optional.empty(), Optional.empty());
  }
}
