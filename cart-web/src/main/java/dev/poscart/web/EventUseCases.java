package dev.poscart.web;

import dev.poscart.domain.usecase.delivery.DeliveryAcknowledgement;
import java.util.Optional;

/**
 * The use cases of event delivery.
 *
 * @param notifyKey API key with which peer services acknowledge events; it is good for nothing
 *     else. Empty: no API key is accepted
 */
public record EventUseCases(DeliveryAcknowledgement acknowledgement, Optional<String> notifyKey) {

  /** Omits the API key, since the text may be logged. */
  @Override
  public String toString() {
    return "EventUseCases[notifyKey=" + (notifyKey.isPresent() ? "(set)" : "(none)") + "]";
  }
}
