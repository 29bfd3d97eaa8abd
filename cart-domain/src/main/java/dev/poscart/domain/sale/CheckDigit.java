package dev.poscart.domain.sale;

/**
 * The last digit of a GTIN-13 code (GS1 General Specifications, 7.9): the digits before it are
 * weighted 1, 3, 1, 3, ... and the check digit brings the sum to a multiple of ten.
 */
final class CheckDigit {

  private static final int LENGTH = 13;

  private CheckDigit() {}

  /** Whether the code is thirteen ASCII digits, rightly checked or not. */
  static boolean applies(String code) {
    return code.length() == LENGTH && code.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether the last of thirteen digits is what the twelve before it ask for. */
  static boolean isRight(String code) {
    int sum = 0;
    for (int i = 0; i < LENGTH; i++) {
      sum += (code.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return sum % 10 == 0;
  }
}
