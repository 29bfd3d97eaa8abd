package dev.poscart.web;

import java.io.Serial;

/** The body is longer than the server reads. */
final class BodyTooLarge extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  BodyTooLarge(int maxBytes) {
    super("Request body too large (expected: at most " + maxBytes + " bytes)", null, false, false);
  }
}
