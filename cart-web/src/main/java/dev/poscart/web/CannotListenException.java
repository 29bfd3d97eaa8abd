package dev.poscart.web;

import java.io.IOException;
import java.io.Serial;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** Thrown when the server cannot bind its port. The message is that of the operating system. */
public final class CannotListenException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final boolean wrongHost;

  private CannotListenException(String message, boolean wrongHost, Throwable cause) {
    super(message, cause);
    this.wrongHost = wrongHost;
  }

  /**
   * Finds out whether the host or the port is at fault; resolves the host, which may block. The
   * operating system's message may be in any language, so another port is tried instead of parsing
   * it.
   */
  static CannotListenException at(String host, Throwable cause) {
    Optional<String> hostFailure = failureAtAnyPort(host);
    return new CannotListenException(
        hostFailure.orElseGet(() -> message(root(cause))), hostFailure.isPresent(), cause);
  }

  /** Whether the host cannot be bound at any port; otherwise the port is at fault. */
  public boolean isWrongHost() {
    return wrongHost;
  }

  private static Optional<String> failureAtAnyPort(String host) {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByName(host))) {
      return any.isBound() ? Optional.empty() : Optional.of("not bound");
    } catch (IOException e) {
      return Optional.of(message(e));
    }
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String message(Throwable failure) {
    return Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName());
  }
}
