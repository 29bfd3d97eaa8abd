package dev.poscart.domain.receipt;

import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.Locale;

/** How amounts, rates and times are written on a receipt. */
final class Figures {

  private static final String WEEKDAYS_FROM_MONDAY = "月火水木金土日";

  private Figures() {}

  /** Whole yen with thousands separators, such as {@code 1,500}; halves go away from zero. */
  static String grouped(Money money) {
    Money yen = money.rounded(0, RoundingMode.HALF_UP);
    return String.format(Locale.ROOT, "%,d", yen.amount().toBigInteger());
  }

  /**
   * Like {@link #grouped} with the yen sign, which till fonts keep at the backslash; the minus sign
   * stands once, before it.
   */
  static String yen(Money money) {
    Money yen = money.rounded(0, RoundingMode.HALF_UP);
    return yen.isNegative() ? "-\\" + grouped(yen.negated()) : "\\" + grouped(yen);
  }

  /** A rate without needless decimals: {@code 10%}, {@code 7.5%}. */
  static String percent(BigDecimal rate) {
    return rate.stripTrailingZeros().toPlainString() + "%";
  }

  /** A time of the till in its own offset, to the minute: {@code 2026年11月23日(月) 18:27}. */
  static String dateTime(OffsetDateTime time) {
    return String.format(
        Locale.ROOT,
        "%04d年%02d月%02d日(%c) %02d:%02d",
        time.getYear(),
        time.getMonthValue(),
        time.getDayOfMonth(),
        WEEKDAYS_FROM_MONDAY.charAt(time.getDayOfWeek().getValue() - 1),
        time.getHour(),
        time.getMinute());
  }
}
