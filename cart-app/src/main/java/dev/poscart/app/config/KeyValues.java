package dev.poscart.app.config;

import java.util.Optional;

/** API keys that are given as settings. */
final class KeyValues {

  private static final int MIN_KEY = 16;

  private KeyValues() {}

  /** The message for a short key omits it, because it goes to the console. */
  static Optional<String> optional(VariableReader variables, Variable variable) {
    Optional<String> given = variables.optional(variable);
    given
        .filter(key -> key.length() < MIN_KEY)
        .ifPresent(
            key -> {
              throw new ConfigurationException(
                  variable
                      + ": "
                      + key.length()
                      + " characters (expected: at least "
                      + MIN_KEY
                      + ", random)");
            });
    return given;
  }
}
