package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LenientNumbersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e18",
        "1e999999999",
        "1e-19",
        "1e-999999999",
        "1e99999999999",
        "0.0000000000000000001"
      })
  void decimal_tooLargeOrTooFine_isRefused_inAnyNotation(String spelling) {
    assertThat(LenientNumbers.decimal(new Json.Num(spelling))).isEmpty();
    assertThat(LenientNumbers.decimal(new Json.Text(spelling))).isEmpty();
  }

  @Test
  void decimal_withinBounds_isExact() {
    assertThat(LenientNumbers.decimal(new Json.Num("999999999999999999.10")))
        .contains(new BigDecimal("999999999999999999.1"));
    assertThat(LenientNumbers.decimal(new Json.Num("0e999999999"))).contains(BigDecimal.ZERO);
  }
}
