package dev.poscart.adapters.envelope;

import java.io.Serial;

/** Keys that cannot be used. The message says which and why, and contains no key. */
public final class WrongKeysException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  WrongKeysException(String message) {
    super(message);
  }
}
