package dev.poscart.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentKindTest {

  /** A new kind gets its line here; its usual code may not be another's. */
  @ParameterizedTest
  @CsvSource({
    "CASH, 01, CHANGE, true",
    "CASHLESS, 11, REFUSED, false",
    "OTHER, 12, REFUSED, false"
  })
  void aKind_isWhatKugelposTakesItsCodeFor(
      PaymentKind kind, String code, OverTender overTender, boolean cash) {
    assertThat(PaymentKind.ofUsualCode(code)).contains(kind);
    assertThat(kind.overTender()).isEqualTo(overTender);
    assertThat(kind.isCash()).isEqualTo(cash);
  }

  @Test
  void otherCodes_areOfNoKind() {
    assertThat(PaymentKind.ofUsualCode("13")).isEmpty();
    assertThat(PaymentKind.ofUsualCode("")).isEmpty();
    assertThat(Arrays.stream(PaymentKind.values()).map(PaymentKind::usualCode))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, REFUSED",
    "false, true, REFUSED",
    "true, false, KEPT",
    "true, true, CHANGE"
  })
  void flags_sayWhatBecomesOfMoreThanTheBalance(
      boolean canTenderOver, boolean canChange, OverTender overTender) {
    assertThat(OverTender.of(canTenderOver, canChange)).isEqualTo(overTender);
  }
}
