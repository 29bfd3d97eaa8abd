package dev.poscart.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, \\0",
    "999, 999, \\999",
    "1000, '1,000', '\\1,000'",
    "1234567, '1,234,567', '\\1,234,567'",
    "-79, -79, -\\79",
    "-1500, '-1,500', '-\\1,500'",
    "0.45, 0.45, \\0.45",
    "70.50, 70.5, \\70.5",
    "1234567.89, '1,234,567.89', '\\1,234,567.89'",
    "-0.5, -0.5, -\\0.5",
    "-1234.05, '-1,234.05', '-\\1,234.05'",
    "0.00, 0, \\0"
  })
  void amount_isPrintedUnrounded_withOneSign(String amount, String grouped, String yen) {
    assertThat(Figures.grouped(Money.of(amount))).isEqualTo(grouped);
    assertThat(Figures.yen(Money.of(amount))).isEqualTo(yen);
  }

  @ParameterizedTest
  @CsvSource({"10, 10%", "10.0, 10%", "7.50, 7.5%", "100, 100%", "0, 0%", "0.0, 0%"})
  void percent_hasNoTrailingZeros(String rate, String printed) {
    assertThat(Figures.percent(new BigDecimal(rate))).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T00:00:59+09:00, 2026年11月22日(日) 00:00",
    "2026-11-23T18:27:03.4+09:00, 2026年11月23日(月) 18:27",
    "2026-01-02T03:04:05+09:00, 2026年01月02日(金) 03:04",
    "2026-11-28T23:59:59Z, 2026年11月28日(土) 23:59"
  })
  void dateTime_isPrintedInItsOwnOffset(String time, String printed) {
    assertThat(Figures.dateTime(OffsetDateTime.parse(time))).isEqualTo(printed);
  }

  @Test
  void amounts_keepEveryDigitOfLargeSums() {
    assertThat(Figures.yen(Money.of("12345678901234567890123")))
        .isEqualTo("\\12,345,678,901,234,567,890,123");
    assertThat(Figures.yen(Money.of("12345678901234567890123.4567")))
        .isEqualTo("\\12,345,678,901,234,567,890,123.4567");
  }
}
