package dev.poscart.adapters.envelope;

import java.io.Serial;

/**
 * An envelope that is not in the form described in docs/carried-carts.md. The message names the
 * field and what was expected of it, not its value.
 */
final class MalformedEnvelopeException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  MalformedEnvelopeException(String message) {
    super(message);
  }
}
