package dev.poscart.app;

import dev.poscart.domain.port.PortException;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;

/** What the log says of background jobs that fail. */
final class JobFailures {

  private JobFailures() {}

  /** A line, unless whoever failed has said already how long it will go on failing. */
  static void log(Logger log, String what, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof PortException portFailure && portFailure.retryAfter().isPresent()) {
      log.debug("{} failed: {}", what, portFailure.getMessage());
    } else {
      log.warn("{} failed: {}", what, cause.toString());
    }
  }
}
