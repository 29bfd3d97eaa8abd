package dev.poscart.app;

import dev.poscart.domain.port.PortException;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;

/** Logs failures of background jobs. */
final class JobFailures {

  private JobFailures() {}

  /**
   * Logs a warning; only a debug line if the failure says when to retry, because then whatever
   * failed has already logged the outage.
   */
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
