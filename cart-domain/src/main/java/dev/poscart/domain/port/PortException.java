package dev.poscart.domain.port;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/**
 * The outside world failed a port. Never says that something does not exist: absence is an answer,
 * not a failure.
 */
public final class PortException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** What kind of failure, and so whether trying again can help. */
  public enum Category {
    /** No answer in time; a write may or may not have been applied. */
    TIMEOUT,
    /** Not reached, refused, or overloaded. */
    UNAVAILABLE,
    /** It answered with an error of its own; other questions may be answered all the same. */
    FAILED,
    /** It answered, but not what it should; trying again will not help. */
    PERMANENT_FAILURE
  }

  private final String port;
  private final Category category;
  private final String detail;

  /** Zero if unknown. */
  private final Duration retryAfter;

  /**
   * @param port the peer service's short name for logs and metrics, such as {@code item-master}
   * @param message what was asked and what happened; must hold no secret and no personal data
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
   * A failure with a known end.
   *
   * @param retryAfter before that, asking again is in vain; zero if unknown
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

  /** What was asked and what happened, without port and category. */
  public String detail() {
    return detail;
  }

  /** How long asking again is in vain; empty if nobody knows. */
  public Optional<Duration> retryAfter() {
    return Optional.of(retryAfter).filter(wait -> wait.compareTo(Duration.ZERO) > 0);
  }
}
