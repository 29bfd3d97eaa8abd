package dev.poscart.adapters.grpc.lookup;

import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Classifies failures, which stages may have wrapped. */
final class Failures {

  private Failures() {}

  static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  /**
   * Whether the item master was not reached or did not respond in time. Any response, even an error
   * or an untrustworthy one, shows that it is up.
   */
  static boolean isOutage(Throwable failure) {
    return category(failure)
        .filter(category -> category == Category.UNAVAILABLE || category == Category.TIMEOUT)
        .isPresent();
  }

  /** Whether the item master responded with an error or with something that cannot be trusted. */
  static boolean isBadAnswer(Throwable failure) {
    return category(failure)
        .filter(category -> category == Category.FAILED || category == Category.PERMANENT_FAILURE)
        .isPresent();
  }

  /** The category; empty for anything but a {@link PortException}, which is a bug. */
  static Optional<Category> category(Throwable failure) {
    return unwrapped(failure) instanceof PortException portFailure
        ? Optional.of(portFailure.category())
        : Optional.empty();
  }
}
