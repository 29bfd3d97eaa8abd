package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.PaymentMethodTestData.byCode;
import static dev.poscart.domain.fixtures.PaymentMethodTestData.method;
import static dev.poscart.domain.fixtures.SaleTestData.CALCULATION;
import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.entering;
import static dev.poscart.domain.fixtures.SaleTestData.line;
import static dev.poscart.domain.fixtures.SaleTestData.paying;
import static dev.poscart.domain.fixtures.SaleTestData.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.OverTender;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tenders for 500 yen, with rules by flags and with rules by kind. */
class TenderRulesTest {

  private static final Till BY_FLAGS = till(TenderRules.FLAGS);
  private static final Till BY_KIND = till(TenderRules.KIND);

  private static final Map<String, PaymentMethod> METHODS =
      byCode(
          method("01", PaymentKind.CASH),
          method("02", PaymentKind.CASH).over(OverTender.REFUSED),
          method("11", PaymentKind.CASHLESS),
          method("12", PaymentKind.OTHER).over(OverTender.KEPT),
          method("13", PaymentKind.OTHER).limit("300.5"),
          method("14", PaymentKind.CASHLESS).inactive(),
          method("15", PaymentKind.OTHER).over(OverTender.CHANGE).withoutRefunds());

  private final Cart cart = paying(line(1, "500", 1, "00"));

  @Test
  void inactiveMethod_isRefused() {
    assertRefused(Refusal.PAYMENT_METHOD_INACTIVE, tender("14", "500"));
  }

  @Test
  void tenderOverTheLimit_isRefused_upToItAccepted() {
    assertRefused(Refusal.TENDER_OVER_LIMIT, tender("13", "300.51"));

    assertThat(paid(tender("13", "300.5")).balanceDue()).isEqualTo(Money.of("199.5"));
    assertThat(paid(tender("13", "300"), tender("13", "200")).balanceDue()).isEqualTo(Money.ZERO);
  }

  @Test
  void refusals_nameValueAndExpectation() {
    assertThat(refused(() -> paid(tender("13", "301"))).detail())
        .isEqualTo("Tender of 301 by payment method 13 (expected: <= 300.5)");
    assertThat(refused(() -> paid(tender("14", "1"))).detail())
        .isEqualTo("Payment method is not active: payment method 14");
  }

  @Test
  void voucherOverTheBalance_settlesIt_withoutChange_keepingTheSurplus() {
    Cart paid = paid(tender("12", "1000"));

    assertThat(paid.payments())
        .containsExactly(
            new Payment(
                1,
                "12",
                PaymentKind.OTHER,
                "method 12",
                Money.of(1000),
                Money.of(500),
                Money.of(500),
                Money.ZERO,
                Optional.empty()));
    assertThat(paid.balanceDue()).isEqualTo(Money.ZERO);
    assertThat(paid.changeDue()).isEqualTo(Money.ZERO);
    assertThat(paid.tenderedAmount()).isEqualTo(Money.of(1000));
  }

  /** A voucher of 1000 for 5 pieces at 100, then 8 pieces, then 12. */
  @Test
  void surplusOfAVoucher_settlesItemsAddedLater() {
    Cart entering = entering(line(1, "100", 5, "00"));
    Cart paid = BY_FLAGS.pay(entering, List.of(tender("12", "1000")), METHODS);

    Cart eight = BY_FLAGS.changeQuantity(paid, 1, 8);
    assertThat(eight.balanceDue()).isEqualTo(Money.ZERO);
    assertThat(eight.payments().get(0).amount()).isEqualTo(Money.of(800));
    assertThat(eight.payments().get(0).surplus()).isEqualTo(Money.of(200));
    assertThat(eight.payments().get(0).tenderedAmount()).isEqualTo(Money.of(1000));

    Cart twelve = BY_FLAGS.changeQuantity(eight, 1, 12);
    assertThat(twelve.balanceDue()).isEqualTo(Money.of(200));
    assertThat(twelve.payments().get(0).amount()).isEqualTo(Money.of(1000));
    assertThat(twelve.payments().get(0).surplus()).isEqualTo(Money.ZERO);
    assertThat(twelve.changeDue()).isEqualTo(Money.ZERO);
  }

  @Test
  void voucherUpToTheBalance_leavesNoSurplus() {
    assertThat(paid(tender("12", "500")).payments().get(0).surplus()).isEqualTo(Money.ZERO);
    assertThat(paid(tender("12", "300")).payments().get(0).surplus()).isEqualTo(Money.ZERO);
  }

  @Test
  void voucherAfterCash_keepsItsSurplusOverTheRemainder() {
    Cart paid = paid(cash("150"), tender("12", "500"));

    assertThat(paid.payments().get(1).amount()).isEqualTo(Money.of(350));
    assertThat(paid.payments().get(1).surplus()).isEqualTo(Money.of(150));
    assertThat(paid.changeDue()).isEqualTo(Money.ZERO);
  }

  @Test
  void methodWithChange_givesIt_whateverItsKind() {
    Cart paid = paid(tender("15", "1000"));

    assertThat(paid.changeDue()).isEqualTo(Money.of(500));
    assertThat(paid.payments().get(0).surplus()).isEqualTo(Money.ZERO);
  }

  @Test
  void cashThatMayNotExceedTheBalance_mustBeExact() {
    assertRefused(Refusal.TENDER_EXCEEDS_BALANCE, tender("02", "501"));

    assertThat(paid(tender("02", "500")).balanceDue()).isEqualTo(Money.ZERO);
  }

  @Test
  void cashAndCardWithUsualFlags_behaveAsTheirKind() {
    assertThat(paid(cash("1000"))).isEqualTo(pay(BY_KIND, cash("1000")));
    assertRefused(Refusal.TENDER_EXCEEDS_BALANCE, tender("11", "501"));
  }

  @Test
  void oneRefusedTender_refusesTheWholeCall() {
    assertRefused(Refusal.PAYMENT_METHOD_INACTIVE, cash("100"), tender("14", "400"));
    assertRefused(Refusal.TENDER_OVER_LIMIT, cash("100"), tender("13", "400"));
  }

  @Test
  void rulesByKind_ignoreFlags() {
    assertThat(pay(BY_KIND, tender("14", "500")).balanceDue()).isEqualTo(Money.ZERO);
    assertThat(pay(BY_KIND, tender("13", "500")).balanceDue()).isEqualTo(Money.ZERO);
    assertThat(pay(BY_KIND, tender("02", "600")).changeDue()).isEqualTo(Money.of(100));
    for (String code : List.of("12", "15")) {
      assertThat(refused(() -> pay(BY_KIND, tender(code, "501"))).refusal())
          .isEqualTo(Refusal.TENDER_EXCEEDS_BALANCE);
    }
  }

  private void assertRefused(Refusal refusal, Tender... tenders) {
    assertThat(refused(() -> paid(tenders)).refusal()).isEqualTo(refusal);
  }

  private Cart paid(Tender... tenders) {
    return pay(BY_FLAGS, tenders);
  }

  private Cart pay(Till till, Tender... tenders) {
    return till.pay(cart, List.of(tenders), METHODS);
  }

  private static Till till(TenderRules rules) {
    return new Till(CALCULATION, TillLimits.DEFAULT, rules);
  }

  private static Tender tender(String code, String amount) {
    return new Tender(code, Money.of(amount), Optional.empty());
  }
}
