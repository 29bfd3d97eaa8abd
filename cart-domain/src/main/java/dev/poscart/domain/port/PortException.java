package dev.poscart.domain.port;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/**
 * Thrown when a port fails because of the outside world. It never means that something does not
 * exist: absence is a result, not a failure.
 */
public final class PortException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** The kind of failure, which tells whether a retry can help. */
  public enum Category {
    /** No response in time; a write may or may not have been applied. */
    TIMEOUT,
    /** Unreachable, rejecting, or overloaded. */
    UNAVAILABLE,
    /** An error response that may concern this request only. */
    FAILED,
    /** An invalid response or state; a retry will not help. */
    PERMANENT_FAILURE,
    /** Stored data in a form that this version does not understand; a retry will not help. */
    UNREADABLE
  }

  private final String port;
  private final Category category;
  private final String detail;

  /** Zero if unknown. */
  private final Duration retryAfter;

  /**
   * Creates an exception with a cause.
   *
   * @param port short name of the peer service for logs and metrics, such as {@code item-master}
   * @param message what was attempted and what happened; must contain no secrets and no personal
   *     data
   */
  public PortException(String port, Category category, String message, Throwable cause) {
    super(port + " " + category + ": " + message, cause);
    this.port = port;
    this.category = category;
    this.detail = message;
    this.retryAfter = Duration.ZERO;
  }

  public PortException(String port, Category category, String message) {
    this(port, category, message, Duration.ZERO);
  }

  /**
   * Creates an exception for a failure with a known end.
   *
   * @param retryAfter time before which a retry is futile; zero if unknown
   */
  public PortException(String port, Category category, String message, Duration retryAfter) {
    super(port + " " + category + ": " + message);
    this.port = port;
    this.category = category;
    this.detail = message;
    this.retryAfter = retryAfter;
  }

  public String port() {
    return port;
  }

  public Category category() {
    return category;
  }

  /** What was attempted and what happened, without port and category. */
  public String detail() {
    return detail;
  }

  /** Time before which a retry is futile; empty if unknown. */
  public Optional<Duration> retryAfter() {
    return Optional.of(retryAfter).filter(wait -> wait.compareTo(Duration.ZERO) > 0);
  }
}
