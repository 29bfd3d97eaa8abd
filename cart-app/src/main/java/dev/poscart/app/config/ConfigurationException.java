package dev.poscart.app.config;

import java.io.Serial;

/** The service cannot start with what it was given; the message is for the operator. */
public final class ConfigurationException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  public ConfigurationException(String message) {
    super(message);
  }

  public ConfigurationException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Says which value is wrong and what was expected. */
  public static ConfigurationException wrongValue(String name, String value, String expected) {
    return new ConfigurationException(sentence(name, value, expected));
  }

  /** The same, with what happened when it was tried. */
  public static ConfigurationException wrongValue(
      String name, String value, String expected, Throwable cause) {
    return new ConfigurationException(
        sentence(name, value, expected) + ": " + cause.getMessage(), cause);
  }

  private static String sentence(String name, String value, String expected) {
    return name + ": '" + value + "' (expected: " + expected + ")";
  }
}
