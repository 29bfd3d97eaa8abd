package dev.poscart.app.config;

import java.io.Serial;

/**
 * Thrown when the service cannot start because of its configuration. The message is addressed to
 * the operator.
 */
public final class ConfigurationException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  public ConfigurationException(String message) {
    super(message);
  }

  public ConfigurationException(String message, Throwable cause) {
    super(message, cause);
  }

  /** An exception that names the setting, its value and what was expected. */
  public static ConfigurationException wrongValue(String name, String value, String expected) {
    return new ConfigurationException(sentence(name, value, expected));
  }

  /** An exception that also says what went wrong when the value was used. */
  public static ConfigurationException wrongValue(
      String name, String value, String expected, Throwable cause) {
    return new ConfigurationException(
        sentence(name, value, expected) + ": " + cause.getMessage(), cause);
  }

  private static String sentence(String name, String value, String expected) {
    return name + ": '" + value + "' (expected: " + expected + ")";
  }
}
