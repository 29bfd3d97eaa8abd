package dev.poscart.domain.code;

/**
 * The check digit of GS1 keys (GS1 General Specifications, 7.9.1): from the right, the digits are
 * weighted 1, 3, 1, 3, ..., and the check digit at the end makes the sum a multiple of ten. Leading
 * zeros make no difference.
 */
final class CheckDigit {

  private CheckDigit() {}

  /** Whether a text consists of one or more ASCII digits. */
  static boolean areDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether the last digit is the correct check digit of the others. */
  static boolean isRight(String digits) {
    return sum(digits, 1) % 10 == 0;
  }

  /** The check digit to append to the digits. */
  static int of(String digits) {
    return (10 - sum(digits, 3) % 10) % 10;
  }

  private static int sum(String digits, int lastWeight) {
    int sum = 0;
    int weight = lastWeight;
    for (int i = digits.length() - 1; i >= 0; i--) {
      sum += (digits.charAt(i) - '0') * weight;
      weight = 4 - weight;
    }
    return sum;
  }
}
