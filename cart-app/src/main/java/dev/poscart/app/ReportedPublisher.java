package dev.poscart.app;

import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.port.EventPublisher;
import dev.poscart.domain.port.Stages;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs when publishing begins to fail and when it works again, once each, and remembers the state.
 */
final class ReportedPublisher implements EventPublisher {

  private static final Logger LOG = LoggerFactory.getLogger(ReportedPublisher.class);

  private final EventPublisher publisher;
  private Optional<String> failure = Optional.empty();

  ReportedPublisher(EventPublisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public CompletionStage<Void> publish(LogEntry event) {
    return publisher.publish(event).whenComplete((done, why) -> ended(why));
  }

  private synchronized void ended(@Nullable Throwable why) {
    if (why == null) {
      if (failure.isPresent()) {
        LOG.info("events are published again");
      }
      failure = Optional.empty();
      return;
    }
    String message = String.valueOf(Stages.cause(why).getMessage());
    if (failure.isEmpty()) {
      LOG.warn("cannot publish events, retrying: {}", message);
    }
    failure = Optional.of(message);
  }

  /** Why the last event could not be published; empty if it was, or none was tried. */
  synchronized Optional<String> failure() {
    return failure;
  }
}
