package dev.poscart.domain.port;

import dev.poscart.domain.model.LogEntry;
import java.util.concurrent.CompletionStage;

/** Publishes events to the broker that forwards them to the peer services. */
public interface EventPublisher {

  /**
   * Publishes the event of an entry of the log.
   *
   * @return completes once the broker has accepted the event; otherwise fails with {@link
   *     PortException} within a limited time, in which case the broker may still have accepted it
   */
  CompletionStage<Void> publish(LogEntry event);
}
