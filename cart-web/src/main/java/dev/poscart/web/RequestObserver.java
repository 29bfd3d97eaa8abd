package dev.poscart.web;

import java.time.Duration;

/**
 * Told of each request that was answered, so that metrics can be kept. Called on web threads: must
 * return at once and must not throw.
 */
@FunctionalInterface
public interface RequestObserver {

  /** Listens to nothing. */
  RequestObserver NONE = (method, route, status, duration) -> {};

  /**
   * A request was answered.
   *
   * @param method such as {@code GET}; {@code OTHER} where no route serves the request
   * @param route the path with its parameters in braces; {@code none} where no route serves it. So
   *     whoever calls cannot make up new values without end.
   */
  void requestEnded(String method, String route, int status, Duration duration);
}
