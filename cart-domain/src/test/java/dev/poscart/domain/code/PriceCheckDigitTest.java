package dev.poscart.domain.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceCheckDigitTest {

  @ParameterizedTest
  @CsvSource({
    // The example of the GS1 General Specifications.
    "2875, 9",
    "0000, 0",
    // 2, 2, 3 and 5 weigh 4, 4, 9 and 3, together 20.
    "2235, 0",
    // 9, 9, 9 and 9 weigh 7, 7, 7 and 1, together 22; 66.
    "9999, 6",
    // 0, 0, 1 and 0 weigh 3; 9.
    "0010, 9"
  })
  void fourDigits(String value, int digit) {
    assertThat(PriceCheckDigit.GS1.of(value)).isEqualTo(digit);
  }

  @ParameterizedTest
  @CsvSource({
    // The example of the GS1 General Specifications.
    "14685, 6",
    "00000, 0",
    // 9, 9, 9, 9 and 9 weigh 9, 7, 1, 9 and 7, together 33; 6 weighs 7.
    "99999, 6",
    // 0, 0, 4, 8 and 0 weigh 8 and 4, together 12; 4 weighs 8.
    "00480, 4"
  })
  void fiveDigits(String value, int digit) {
    assertThat(PriceCheckDigit.GS1.of(value)).isEqualTo(digit);
  }

  @ParameterizedTest
  @CsvSource({"2875, 2", "0000, 0", "00480, 0", "1, 7"})
  void modulusTen(String value, int digit) {
    assertThat(PriceCheckDigit.MOD10.of(value)).isEqualTo(digit);
  }
}
