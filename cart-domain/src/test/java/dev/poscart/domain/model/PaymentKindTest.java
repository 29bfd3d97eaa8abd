package dev.poscart.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentKindTest {

  @Test
  void allKinds_areInThisTable() {
    assertThat(PaymentKind.values())
        .extracting(
            PaymentKind::name, PaymentKind::usualCode, PaymentKind::overTender, PaymentKind::isCash)
        .containsExactly(
            tuple("CASH", "01", OverTender.CHANGE, true),
            tuple("CASHLESS", "11", OverTender.REFUSED, false),
            tuple("OTHER", "12", OverTender.REFUSED, false));
  }

  @ParameterizedTest
  @EnumSource
  void usualCode_meansOneKind(PaymentKind kind) {
    assertThat(PaymentKind.ofUsualCode(kind.usualCode())).contains(kind);
  }

  @Test
  void otherCodes_haveNoKind() {
    assertThat(PaymentKind.ofUsualCode("13")).isEmpty();
    assertThat(PaymentKind.ofUsualCode("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, REFUSED",
    "false, true, REFUSED",
    "true, false, KEPT",
    "true, true, CHANGE"
  })
  void flags_determineTheTreatmentOfASurplus(
      boolean canTenderOver, boolean canChange, OverTender overTender) {
    assertThat(OverTender.of(canTenderOver, canChange)).isEqualTo(overTender);
  }
}
