package dev.poscart.adapters.grpc.lookup;

import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.Stages;
import java.util.Optional;

/** Classifies failures, which stages may have wrapped. */
final class Failures {

  private Failures() {}

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
    return Stages.cause(failure) instanceof PortException portFailure
        ? Optional.of(portFailure.category())
        : Optional.empty();
  }
}
