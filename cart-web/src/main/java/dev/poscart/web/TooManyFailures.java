package dev.poscart.web;

import java.io.Serial;
import java.time.Duration;

/** Thrown when a client has failed to authenticate too often. */
final class TooManyFailures extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  TooManyFailures(Duration retryAfter) {
    super("Too many failed attempts to authenticate");
    this.retryAfter = retryAfter;
  }

  Duration retryAfter() {
    return retryAfter;
  }
}
