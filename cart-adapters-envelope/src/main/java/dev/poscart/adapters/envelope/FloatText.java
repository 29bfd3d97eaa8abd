package dev.poscart.adapters.envelope;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Writes a binary floating-point number as Python does: the fewest digits that read back as the
 * same number, with at least one digit after the point from 0.0001 up to 10^16 ({@code 808.0}),
 * otherwise with an exponent of at least two digits ({@code 1.5e-07}).
 */
final class FloatText {

  /** With at most 15 digits, the decimal number that reads back is the only one of its length. */
  private static final double MAX_HUNDREDTHS = 1e14;

  private static final int MIN_PLAIN_EXPONENT = -4;
  private static final int MAX_PLAIN_EXPONENT = 15;

  private FloatText() {}

  /**
   * Writes a number.
   *
   * @param value finite
   */
  static String of(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    // As nearly all amounts are: whole yen, whose digits are exact.
    if (Math.abs(value) < MAX_HUNDREDTHS && Math.rint(value) == value) {
      return (long) value + ".0";
    }
    double hundredths = Math.rint(value * 100);
    // As other amounts and rates are.
    return Math.abs(hundredths) < MAX_HUNDREDTHS && hundredths / 100 == value
        ? plain(BigDecimal.valueOf((long) hundredths, 2).stripTrailingZeros())
        : laidOut(shortest(value));
  }

  /** The library prefers two digits to one, as {@code Double.toString} is specified. */
  private static BigDecimal shortest(double value) {
    BigDecimal digits = new BigDecimal(NumberOutput.toString(value, true)).stripTrailingZeros();
    if (digits.precision() == 2) {
      BigDecimal single = digits.round(new MathContext(1, RoundingMode.HALF_EVEN));
      return single.doubleValue() == value ? single.stripTrailingZeros() : digits;
    }
    return digits;
  }

  private static String laidOut(BigDecimal digits) {
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= MIN_PLAIN_EXPONENT && exponent <= MAX_PLAIN_EXPONENT) {
      return plain(digits);
    }
    String all = digits.unscaledValue().abs().toString();
    return (digits.signum() < 0 ? "-" : "")
        + all.charAt(0)
        + (all.length() > 1 ? "." + all.substring(1) : "")
        + String.format(Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  private static String plain(BigDecimal digits) {
    return digits.scale() > 0 ? digits.toPlainString() : digits.toPlainString() + ".0";
  }
}
