package dev.poscart.domain.sale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.PaymentMethod;
import org.junit.jupiter.api.Test;

/** The effect of each flag of payment methods. */
class FlagEffectTest {

  @Test
  void flagsOfTheKind_changeNothing() {
    assertThat(FlagEffect.of(method(PaymentKind.CASH, 0, true, true, true, true))).isEmpty();
    assertThat(FlagEffect.of(method(PaymentKind.OTHER, 0, true, false, true, true))).isEmpty();
  }

  @Test
  void eachFlag_hasItsEffect() {
    assertThat(FlagEffect.of(method(PaymentKind.CASH, 0, true, true, true, false)))
        .containsExactly(FlagEffect.NOT_ACCEPTED);
    assertThat(FlagEffect.of(method(PaymentKind.CASH, 5000, true, true, true, true)))
        .containsExactly(FlagEffect.LIMITED);
    assertThat(FlagEffect.of(method(PaymentKind.CASH, 0, true, false, true, true)))
        .containsExactly(FlagEffect.OVER_TENDER);
    assertThat(FlagEffect.of(method(PaymentKind.OTHER, 0, true, true, false, true)))
        .containsExactly(FlagEffect.OVER_TENDER);
    assertThat(FlagEffect.of(method(PaymentKind.OTHER, 0, false, false, false, true)))
        .containsExactly(FlagEffect.NOT_REFUNDABLE);
  }

  private static PaymentMethod method(
      PaymentKind kind,
      int limit,
      boolean canRefund,
      boolean canTenderOver,
      boolean canChange,
      boolean active) {
    return new PaymentMethod(
        "12", "商品券", kind, Money.of(limit), canRefund, canTenderOver, canChange, active);
  }
}
