package dev.poscart.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalNumbersTest {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-29T10:20:00+09:00");

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 1", "1000000000, 1", "1, 0", "1, -1", "1, 1000000000"})
  void numberOutOfBounds_isRejected(int transactionNo, int receiptCounter) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TerminalNumbers(transactionNo, receiptCounter, NOW))
        .withMessageContaining("(expected: 1..999999999)");
  }

  @Test
  void firstAndLastNumber_areAccepted() {
    NumberRange range = new NumberRange(1, 9);
    assertThat(new TerminalNumbers(1, 1, NOW).in(range).receiptNo()).isEqualTo(1);
    // 999999999 is divisible by 9, so the range is used up.
    assertThat(new TerminalNumbers(999_999_999, 999_999_999, NOW).in(range).receiptNo())
        .isEqualTo(9);
  }
}
