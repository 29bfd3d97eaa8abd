package dev.poscart.domain.receipt;

import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats amounts, rates and times for a receipt. */
final class Figures {

  /** The digits between two separators. */
  private static final int GROUP = 3;

  private static final String WEEKDAYS_FROM_MONDAY = "月火水木金土日";

  private Figures() {}

  /** With thousands separators and all its decimals: {@code 1,500}, {@code 70.5}. */
  static String grouped(Money money) {
    return grouped(money.amount().toPlainString());
  }

  /** With thousands separators: {@code 1,500}. */
  static String grouped(int number) {
    return grouped(String.valueOf(number));
  }

  // Without a format string: a receipt of 500 lines has thousands of figures.
  private static String grouped(String digits) {
    int point = digits.indexOf('.');
    int end = point < 0 ? digits.length() : point;
    int begin = digits.startsWith("-") ? 1 : 0;
    if (end - begin <= GROUP) {
      return digits;
    }
    StringBuilder grouped = new StringBuilder(digits);
    for (int at = end - GROUP; at > begin; at -= GROUP) {
      grouped.insert(at, ',');
    }
    return grouped.toString();
  }

  /**
   * Like {@link #grouped(Money)} with the yen sign, which till fonts have in place of the
   * backslash; a minus sign comes before it.
   */
  static String yen(Money money) {
    return money.isNegative() ? "-\\" + grouped(money.negated()) : "\\" + grouped(money);
  }

  /** A rate without trailing zeros: {@code 10%}, {@code 7.5%}. */
  static String percent(BigDecimal rate) {
    return rate.stripTrailingZeros().toPlainString() + "%";
  }

  /** A business date {@code YYYYMMDD} as {@code 2026年11月23日(月)}. */
  static String date(String businessDate) {
    return date(LocalDate.parse(businessDate, DateTimeFormatter.BASIC_ISO_DATE));
  }

  /** A time in its own offset, to the minute: {@code 2026年11月23日(月) 18:27}. */
  static String dateTime(OffsetDateTime time) {
    return String.format(
        Locale.ROOT, "%s %02d:%02d", date(time.toLocalDate()), time.getHour(), time.getMinute());
  }

  /** A date with its weekday: {@code 2026年11月23日(月)}. */
  static String date(LocalDate date) {
    return String.format(
        Locale.ROOT,
        "%04d年%02d月%02d日(%c)",
        date.getYear(),
        date.getMonthValue(),
        date.getDayOfMonth(),
        WEEKDAYS_FROM_MONDAY.charAt(date.getDayOfWeek().getValue() - 1));
  }
}
