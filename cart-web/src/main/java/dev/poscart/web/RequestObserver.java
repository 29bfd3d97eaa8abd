package dev.poscart.web;

import java.time.Duration;

/**
 * Observes each answered request, for metrics. Called on web threads: must return at once and must
 * not throw.
 */
@FunctionalInterface
public interface RequestObserver {

  /** An observer that does nothing. */
  RequestObserver NONE = (method, route, status, duration) -> {};

  /**
   * A request was answered.
   *
   * @param method such as {@code GET}; {@code OTHER} if no route matched, so that clients cannot
   *     create any number of distinct values
   * @param route the path with its parameters in braces; {@code none} if no route matched
   */
  void requestEnded(String method, String route, int status, Duration duration);
}
