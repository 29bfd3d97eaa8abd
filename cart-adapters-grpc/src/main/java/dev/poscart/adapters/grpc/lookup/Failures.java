package dev.poscart.adapters.grpc.lookup;

import dev.poscart.domain.port.PortException;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Finds the port's own word for a failure that stages have wrapped. */
final class Failures {

  private Failures() {}

  static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  /** The category; empty for a failure that is not the port's, which is a fault of ours. */
  static Optional<PortException.Category> category(Throwable failure) {
    return unwrapped(failure) instanceof PortException trouble
        ? Optional.of(trouble.category())
        : Optional.empty();
  }
}
