package dev.poscart.web;

import dev.poscart.domain.usecase.delivery.DeliveryAcknowledgement;
import java.util.Optional;

/**
 * What concerns the events that peer services hear.
 *
 * @param notifyKey API key by which peer services acknowledge, and that opens nothing else; empty:
 *     no key does
 */
public record EventUseCases(DeliveryAcknowledgement acknowledgement, Optional<String> notifyKey) {

  /** The key stays out of logs. */
  @Override
  public String toString() {
    return "EventUseCases[notifyKey=" + (notifyKey.isPresent() ? "(set)" : "(none)") + "]";
  }
}
