package dev.poscart.web;

import dev.poscart.domain.model.SignedSnapshot;
import java.util.Optional;

/**
 * The JSON of a body.
 *
 * @param payload empty if there is none, or only {@code null}
 * @param snapshot the carried cart that came beside the payload, exactly as it was sent
 */
record ReceivedJson(Optional<Json> payload, Optional<SignedSnapshot> snapshot) {

  static final ReceivedJson NONE = new ReceivedJson(Optional.empty(), Optional.empty());

  /** A payload without a carried cart. */
  static ReceivedJson of(Optional<Json> payload) {
    return new ReceivedJson(payload, Optional.empty());
  }
}
