package dev.poscart.domain.port;

import dev.poscart.domain.model.Transaction;
import java.util.concurrent.CompletionStage;

/** Hands events to the broker that brings them to the peer services. */
public interface EventPublisher {

  /**
   * Publishes the event of a transaction.
   *
   * @return completes once the broker has taken it; fails with {@link PortException} within a
   *     bounded time else, after which the broker may have it all the same
   */
  CompletionStage<Void> publish(Transaction event);
}
