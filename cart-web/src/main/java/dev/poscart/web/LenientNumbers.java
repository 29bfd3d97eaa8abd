package dev.poscart.web;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Reads numbers as leniently as kugelpos: numbers, numbers in strings, and booleans as 1 and 0. It
 * checks the exponent in the text before it expands anything, so {@code 1e999999999} costs nothing.
 */
final class LenientNumbers {

  /** Far more digits than amounts need, and far fewer than would be expensive. */
  private static final int MAX_DIGITS = 18;

  private static final int MAX_TEXT = 64;
  private static final String NUMBER_CHARACTERS = "0123456789+-.eE";

  private LenientNumbers() {}

  /**
   * The value as a decimal; empty unless it is a number with a magnitude between 10^-18 and 10^18,
   * or 0.
   */
  static Optional<BigDecimal> decimal(Json value) {
    if (value instanceof Json.Num number) {
      return evaluate(number.spelling());
    }
    if (value instanceof Json.Text text) {
      return evaluate(text.value().strip());
    }
    return truth(value);
  }

  /** The value as a whole number; a string must not have an exponent. */
  static Optional<BigDecimal> whole(Json value) {
    if (value instanceof Json.Text text
        && (text.value().contains("e") || text.value().contains("E"))) {
      return Optional.empty();
    }
    return decimal(value).filter(number -> number.scale() <= 0);
  }

  /** The value as a whole number from {@code min} to the greatest {@code int}. */
  static Optional<Integer> integer(Json value, int min) {
    return whole(value)
        .filter(number -> number.compareTo(BigDecimal.valueOf(min)) >= 0)
        .filter(number -> number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
        .map(BigDecimal::intValueExact);
  }

  /** What is wrong with a value that {@link #integer} does not take. */
  static String expected(int min) {
    return "Input should be a whole number from " + min + " to " + Integer.MAX_VALUE;
  }

  private static Optional<BigDecimal> truth(Json value) {
    return value instanceof Json.Bool bool
        ? Optional.of(bool.value() ? BigDecimal.ONE : BigDecimal.ZERO)
        : Optional.empty();
  }

  private static Optional<BigDecimal> evaluate(String spelling) {
    if (spelling.length() > MAX_TEXT
        || !spelling.chars().allMatch(c -> NUMBER_CHARACTERS.indexOf(c) >= 0)) {
      return Optional.empty();
    }
    try {
      return bounded(new BigDecimal(spelling));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<BigDecimal> bounded(BigDecimal value) {
    if (value.signum() == 0) {
      return Optional.of(BigDecimal.ZERO);
    }
    long digitsBeforePoint = (long) value.precision() - value.scale();
    if (digitsBeforePoint > MAX_DIGITS) {
      return Optional.empty();
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() > MAX_DIGITS ? Optional.empty() : Optional.of(stripped);
  }

  /** The nearest {@code int} to a whole number. */
  static int saturated(BigDecimal number) {
    BigDecimal min = BigDecimal.valueOf(Integer.MIN_VALUE);
    BigDecimal max = BigDecimal.valueOf(Integer.MAX_VALUE);
    return number.max(min).min(max).intValueExact();
  }
}
