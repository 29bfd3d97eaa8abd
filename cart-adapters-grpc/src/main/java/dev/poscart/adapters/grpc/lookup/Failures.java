package dev.poscart.adapters.grpc.lookup;

import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Finds the port's own word for a failure that stages have wrapped. */
final class Failures {

  private Failures() {}

  static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  /**
   * Whether the master was not reached, or gave no answer in time; an answer of any kind, also an
   * error or one that cannot be trusted, says that it is there.
   */
  static boolean isOutage(Throwable failure) {
    return category(failure)
        .filter(category -> category == Category.UNAVAILABLE || category == Category.TIMEOUT)
        .isPresent();
  }

  /** Whether the master has answered, with an error or with something that cannot be trusted. */
  static boolean isBadAnswer(Throwable failure) {
    return category(failure)
        .filter(category -> category == Category.FAILED || category == Category.PERMANENT_FAILURE)
        .isPresent();
  }

  /** The category; empty for a failure that is not the port's, which is a fault of ours. */
  static Optional<Category> category(Throwable failure) {
    return unwrapped(failure) instanceof PortException portFailure
        ? Optional.of(portFailure.category())
        : Optional.empty();
  }
}
