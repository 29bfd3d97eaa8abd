package dev.poscart.domain.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.function.Function;

/**
 * An exact decimal amount in the store's only currency, in yen. Amounts are equal if their values
 * are equal: 1.50 is 1.5. Arithmetic is exact; only {@link #rounded} loses digits, with the mode
 * that the calling rule names.
 */
public record Money(BigDecimal amount) implements Comparable<Money> {

  public static final Money ZERO = new Money(BigDecimal.ZERO);

  /** Decimal places of amounts that can be entered and paid. */
  public static final int MAX_DECIMALS = 2;

  private static final int SMALL_DIGITS = 15;
  private static final long MAX_YEN = 1_000_000_000_000_000_000L;

  public Money {
    amount = shortest(amount);
  }

  /** The same number in its one shortest form, so that equal numbers are equal objects. */
  static BigDecimal shortest(BigDecimal number) {
    if (number.scale() == 0) {
      return number;
    }
    BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
  }

  public static Money of(long units) {
    return new Money(BigDecimal.valueOf(units));
  }

  /**
   * Parses a decimal number.
   *
   * @param text such as {@code 70.5}
   * @throws NumberFormatException if the text is not a number
   */
  public static Money of(String text) {
    return new Money(new BigDecimal(text));
  }

  /** The sum of one amount of several values. */
  public static <T> Money sum(Collection<T> values, Function<T, Money> figure) {
    long yen = 0;
    Money others = ZERO;
    for (T value : values) {
      Money money = figure.apply(value);
      if (money.isSmall() && Math.abs(yen) < MAX_YEN) {
        yen += money.amount.longValue();
      } else {
        others = others.plus(money);
      }
    }
    return yen == 0 ? others : others.plus(of(yen));
  }

  /** Whether this is a whole number that can be added up without an object for each step. */
  private boolean isSmall() {
    return amount.scale() == 0 && amount.precision() <= SMALL_DIGITS;
  }

  public Money plus(Money other) {
    return new Money(amount.add(other.amount));
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(other.amount));
  }

  public Money times(long factor) {
    return new Money(amount.multiply(BigDecimal.valueOf(factor)));
  }

  public Money negated() {
    return new Money(amount.negate());
  }

  /** Rounds to {@code decimals} decimal places. */
  public Money rounded(int decimals, RoundingMode mode) {
    return new Money(amount.setScale(decimals, mode));
  }

  /** Whether a tender can have this amount. */
  public boolean isPayable() {
    return amount.scale() <= MAX_DECIMALS;
  }

  /** The nearest amount that can be paid, rounded half up. */
  public Money payable() {
    return isPayable() ? this : rounded(MAX_DECIMALS, RoundingMode.HALF_UP);
  }

  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  public boolean isPositive() {
    return amount.signum() > 0;
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  public boolean isGreaterThan(Money other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(other.amount);
  }

  @Override
  public String toString() {
    return amount.toPlainString();
  }
}
