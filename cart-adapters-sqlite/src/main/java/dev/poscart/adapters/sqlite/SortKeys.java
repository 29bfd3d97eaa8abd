package dev.poscart.adapters.sqlite;

import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Converts values to a form that SQLite compares as the domain does. */
final class SortKeys {

  private SortKeys() {}

  /** Microseconds since 1970, whatever the offset. */
  static long of(OffsetDateTime time) {
    return of(time.toInstant());
  }

  /** Microseconds since 1970. */
  static long of(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
  }

  /**
   * Text that sorts like the amount; a numeric column would use binary floating point. The number
   * of digits before the point comes first, then the digits: 70.5 is {@code p0270.5}. For negative
   * amounts, each digit is replaced by its complement to 9, and a terminator sorts the end last:
   * -70.5 is {@code n9729.4:}.
   */
  static String of(Money money) {
    BigDecimal size = money.amount().abs();
    String digits = size.toPlainString();
    int point = digits.indexOf('.');
    int whole = point < 0 ? digits.length() : point;
    if (whole > 99) {
      throw new IllegalArgumentException("amount: " + whole + " digits (expected: at most 99)");
    }
    String key = (whole < 10 ? "0" : "") + whole + digits;
    return money.isNegative() ? "n" + turnedRound(key) + ":" : "p" + key;
  }

  private static String turnedRound(String key) {
    StringBuilder turned = new StringBuilder(key.length());
    key.chars().forEach(c -> turned.append(c == '.' ? '.' : (char) ('0' + '9' - c)));
    return turned.toString();
  }
}
