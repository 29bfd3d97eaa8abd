package dev.poscart.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource({"1.50, 1.5", "100, 1E2", "0, 0.000", "-0, 0", "70.5, 0705e-1"})
  void amountsOfTheSameValue_areEqual(String one, String other) {
    assertThat(Money.of(one)).isEqualTo(Money.of(other)).hasSameHashCodeAs(Money.of(other));
  }

  @ParameterizedTest
  @CsvSource({"1E2, 100", "1.50, 1.5", "0.00, 0", "-7.5, -7.5", "12E7, 120000000"})
  void text_isPlain(String given, String expected) {
    assertThat(Money.of(given)).hasToString(expected);
  }

  @Test
  void sumOfATenthAndTwoTenths_isThreeTenths() {
    assertThat(Money.of("0.1").plus(Money.of("0.2"))).isEqualTo(Money.of("0.3"));
  }

  @Test
  void differenceAndProduct_areExact() {
    assertThat(Money.of("1000").minus(Money.of("0.01"))).hasToString("999.99");
    assertThat(Money.of("999999999.99").times(9999)).hasToString("9998999999900.01");
    assertThat(Money.of(5).negated()).isEqualTo(Money.of(-5));
  }

  @ParameterizedTest
  @CsvSource({
    "7.5, 0, FLOOR, 7",
    "-7.5, 0, FLOOR, -8",
    "7.5, 0, HALF_UP, 8",
    "7.49, 0, HALF_UP, 7",
    "7.1, 0, CEILING, 8",
    "7.456, 2, HALF_UP, 7.46"
  })
  void rounding_followsTheGivenMode(
      String given, int decimals, RoundingMode mode, String expected) {
    assertThat(Money.of(given).rounded(decimals, mode)).hasToString(expected);
  }

  @Test
  void comparison_isByValue() {
    assertThat(Money.of("1.50").isGreaterThan(Money.of("1.5"))).isFalse();
    assertThat(Money.of("1.51").isGreaterThan(Money.of("1.5"))).isTrue();
    assertThat(Money.of(3).min(Money.of(2))).isEqualTo(Money.of(2));
    assertThat(Money.of("0.01").isPositive()).isTrue();
    assertThat(Money.of("-0.01").isNegative()).isTrue();
    assertThat(Money.of("0.00").isZero()).isTrue();
    assertThat(Money.ZERO.isPositive() || Money.ZERO.isNegative()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "abc", "''", "1.2.3"})
  void textThatIsNotANumber_isRefused(String text) {
    assertThatThrownBy(() -> Money.of(text)).isInstanceOf(NumberFormatException.class);
  }
}
