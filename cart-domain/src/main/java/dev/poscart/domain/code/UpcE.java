package dev.poscart.domain.code;

import java.util.Optional;

/** Expands zero-suppressed UPC codes (GS1 General Specifications, 5.2.2.4.2). */
final class UpcE {

  private static final int LENGTH = 8;

  private UpcE() {}

  /**
   * Expands a UPC-E code to UPC-A.
   *
   * @param code number system 0 or 1, six digits, and the check digit of the UPC-A code
   * @return twelve digits; empty if the code is invalid or its check digit is wrong
   */
  static Optional<String> expand(String code) {
    boolean fits = code.length() == LENGTH && (code.charAt(0) == '0' || code.charAt(0) == '1');
    if (!fits || !CheckDigit.areDigits(code)) {
      return Optional.empty();
    }
    String expanded = code.charAt(0) + unsuppressed(code.substring(1, 7)) + code.charAt(7);
    return CheckDigit.isRight(expanded) ? Optional.of(expanded) : Optional.empty();
  }

  /** The last of the six digits tells where the zeros were. */
  private static String unsuppressed(String six) {
    char last = six.charAt(5);
    return switch (last) {
      case '0', '1', '2' -> six.substring(0, 2) + last + "0000" + six.substring(2, 5);
      case '3' -> six.substring(0, 3) + "00000" + six.substring(3, 5);
      case '4' -> six.substring(0, 4) + "00000" + six.charAt(4);
      default -> six.substring(0, 5) + "0000" + last;
    };
  }
}
