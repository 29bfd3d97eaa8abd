package dev.poscart.domain.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Global Trade Item Number with a right check digit. It is a number: GTIN-8, GTIN-12 (UPC-A),
 * GTIN-13 (EAN, JAN) and GTIN-14 differ in their leading zeros only.
 *
 * @param number all fourteen digits
 */
record Gtin(String number) {

  private static final int LENGTH = 14;
  private static final int SHORTEST = 8;
  private static final String ZEROS = "0".repeat(LENGTH);

  /**
   * Reads a GTIN with or without its leading zeros.
   *
   * @return empty if the code is not 8 to 14 digits, is zero, or has a wrong check digit
   */
  static Optional<Gtin> of(String code) {
    boolean fits = code.length() >= SHORTEST && code.length() <= LENGTH;
    if (!fits || !CheckDigit.areDigits(code) || !CheckDigit.isRight(code)) {
      return Optional.empty();
    }
    String number = ZEROS.substring(code.length()) + code;
    return number.equals(ZEROS) ? Optional.empty() : Optional.of(new Gtin(number));
  }

  /** How the number is usually written: with eight, thirteen or, if it needs them, all digits. */
  String usual() {
    return spellings().get(0);
  }

  /**
   * How the number may be written, the usual way first: with 8, 13, 12 and 14 digits, as far as
   * they hold it, and of a UPC-A that begins with zeros what is left of it without them, as
   * spreadsheets leave it. At most four.
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
