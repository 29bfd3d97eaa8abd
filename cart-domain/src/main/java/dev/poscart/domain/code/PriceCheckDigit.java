package dev.poscart.domain.code;

import java.util.List;

/** How the check digit of the price (or weight) in an in-store code is computed. */
public enum PriceCheckDigit {
  /** There is none. */
  NONE,

  /** As GS1 recommends, for values of four or five digits (GS1 General Specifications, 7.9.2). */
  GS1 {
    @Override
    boolean fits(int valueDigits) {
      return valueDigits == 4 || valueDigits == 5;
    }

    @Override
    int of(String value) {
      return value.length() == 4
          ? 3 * sum(value, FOUR_DIGITS) % 10
          // The digit whose own product makes the sum a multiple of ten.
          : FIVE_MINUS.indexOf((10 - sum(value, FIVE_DIGITS) % 10) % 10);
    }
  },

  /** Like the check digit of the whole code: weights 3, 1, 3, ... from the right. */
  MOD10 {
    @Override
    int of(String value) {
      return CheckDigit.of(value);
    }
  };

  // Each list contains the weighted products of the digits 0 to 9. "Minus" subtracts the tens of a
  // product from its units, "plus" adds them; otherwise the tens are dropped.
  private static final List<Integer> TWO_MINUS = List.of(0, 2, 4, 6, 8, 9, 1, 3, 5, 7);
  private static final List<Integer> THREE = List.of(0, 3, 6, 9, 2, 5, 8, 1, 4, 7);
  private static final List<Integer> FIVE_PLUS = List.of(0, 5, 1, 6, 2, 7, 3, 8, 4, 9);
  private static final List<Integer> FIVE_MINUS = List.of(0, 5, 9, 4, 8, 3, 7, 2, 6, 1);

  private static final List<List<Integer>> FOUR_DIGITS =
      List.of(TWO_MINUS, TWO_MINUS, THREE, FIVE_MINUS);
  private static final List<List<Integer>> FIVE_DIGITS =
      List.of(FIVE_PLUS, TWO_MINUS, FIVE_MINUS, FIVE_PLUS, TWO_MINUS);

  /** The number of digits that the check digit takes. */
  int length() {
    return this == NONE ? 0 : 1;
  }

  /** Whether this check digit is defined for values with this many digits. */
  boolean fits(int valueDigits) {
    return valueDigits > 0;
  }

  /** The check digit of a value. */
  int of(String value) {
    throw new IllegalStateException("no check digit: " + value);
  }

  private static int sum(String value, List<List<Integer>> products) {
    int sum = 0;
    for (int i = 0; i < value.length(); i++) {
      sum += products.get(i).get(value.charAt(i) - '0');
    }
    return sum;
  }
}
