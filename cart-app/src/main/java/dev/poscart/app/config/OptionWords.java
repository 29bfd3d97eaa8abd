package dev.poscart.app.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads option values that are one of several words, a whole number, or a date. */
final class OptionWords {

  private static final Bounds TERMINAL_NUMBERS = new Bounds(0, Integer.MAX_VALUE);

  private OptionWords() {}

  /** The word for a value. */
  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** The words for all values of a type. */
  static <E extends Enum<E>> String all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(OptionWords::of)
        .collect(Collectors.joining(", "));
  }

  /**
   * The value that a word stands for.
   *
   * @throws ConfigurationException if there is none
   */
  static <E extends Enum<E>> E read(String option, String word, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> of(value).equals(word))
        .findFirst()
        .orElseThrow(() -> ConfigurationException.wrongValue(option, word, all(type)));
  }

  /**
   * A whole number.
   *
   * @param expected what the message says is possible
   * @throws ConfigurationException if the text is not a number within the bounds
   */
  static int whole(String option, String text, Bounds bounds, String expected) {
    try {
      int number = Integer.parseInt(text);
      if (bounds.contain(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, together with numbers out of bounds.
    }
    throw ConfigurationException.wrongValue(option, text, expected);
  }

  /**
   * The number of a terminal.
   *
   * @throws ConfigurationException if the text is not one
   */
  static int terminal(String option, String text) {
    return whole(option, text, TERMINAL_NUMBERS, "the number of a terminal");
  }

  /**
   * A date of the form {@code YYYYMMDD}.
   *
   * @throws ConfigurationException if the text is not one
   */
  static LocalDate date(String option, String text) {
    try {
      return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException e) {
      throw ConfigurationException.wrongValue(option, text, "a date of the form YYYYMMDD");
    }
  }
}
