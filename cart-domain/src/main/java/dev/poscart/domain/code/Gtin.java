package dev.poscart.domain.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Global Trade Item Number with a correct check digit. GTIN-8, GTIN-12 (UPC-A), GTIN-13 (EAN,
 * JAN) and GTIN-14 are the same number with different leading zeros.
 *
 * @param number all fourteen digits
 */
record Gtin(String number) {

  private static final int LENGTH = 14;
  private static final int SHORTEST = 8;
  private static final String ZEROS = "0".repeat(LENGTH);

  /**
   * Parses a GTIN with or without its leading zeros.
   *
   * @return empty if the code does not have 8 to 14 digits, is zero, or has a wrong check digit
   */
  static Optional<Gtin> of(String code) {
    boolean fits = code.length() >= SHORTEST && code.length() <= LENGTH;
    if (!fits || !CheckDigit.areDigits(code) || !CheckDigit.isRight(code)) {
      return Optional.empty();
    }
    String number = ZEROS.substring(code.length()) + code;
    return number.equals(ZEROS) ? Optional.empty() : Optional.of(new Gtin(number));
  }

  /** The usual notation: with eight, thirteen or, if necessary, all digits. */
  String usual() {
    return spellings().get(0);
  }

  /**
   * All notations, the usual one first: with 8, 13, 12 and 14 digits, as far as the number fits;
   * and a UPC-A code that begins with zeros without them, as spreadsheets store it. At most four.
   */
  List<String> spellings() {
    int zeros = leadingZeros();
    List<String> spellings = new ArrayList<>();
    for (int length : new int[] {8, 13, 12, 14}) {
      if (LENGTH - length <= zeros) {
        spellings.add(number.substring(LENGTH - length));
      }
    }
    boolean short12 = zeros > LENGTH - 12 && zeros < LENGTH - SHORTEST;
    if (short12) {
      spellings.add(number.substring(zeros));
    }
    return spellings;
  }

  private int leadingZeros() {
    int zeros = 0;
    while (number.charAt(zeros) == '0') {
      zeros++;
    }
    return zeros;
  }
}
