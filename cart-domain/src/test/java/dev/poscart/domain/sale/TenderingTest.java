package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.cashless;
import static dev.poscart.domain.fixtures.SaleTestData.entering;
import static dev.poscart.domain.fixtures.SaleTestData.line;
import static dev.poscart.domain.fixtures.SaleTestData.pay;
import static dev.poscart.domain.fixtures.SaleTestData.paying;
import static dev.poscart.domain.fixtures.SaleTestData.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.Refusal;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TenderingTest {

  @Test
  void cardThenCash_givesChangeFromTheCash() {
    Cart cart = pay(paying(line(1, "725", 1, "00")), cashless("300"), cash("1000"));

    assertThat(cart.payments())
        .containsExactly(
            new Payment(
                1,
                "11",
                PaymentKind.CASHLESS,
                "キャッシュレス",
                Money.of(300),
                Money.of(300),
                Optional.of("VISA")),
            new Payment(
                2, "01", PaymentKind.CASH, "現金", Money.of(1000), Money.of(425), Optional.empty()));
    assertThat(cart.tenderedAmount()).isEqualTo(Money.of(1300));
    assertThat(cart.changeDue()).isEqualTo(Money.of(575));
    assertThat(cart.balanceDue()).isEqualTo(Money.ZERO);
    assertThat(cart.status()).isEqualTo(CartStatus.PAYING);
  }

  @Test
  void exactCash_givesNoChange() {
    Cart cart = pay(paying(line(1, "725", 1, "00")), cash("725"));

    assertThat(cart.changeDue()).isEqualTo(Money.ZERO);
    assertThat(cart.balanceDue()).isEqualTo(Money.ZERO);
  }

  @Test
  void cardOverTheBalance_isRefused() {
    Cart cart = paying(line(1, "725", 1, "00"));

    assertThat(refusalOf(() -> pay(cart, cashless("725.01"))))
        .isEqualTo(Refusal.TENDER_EXCEEDS_BALANCE);
    assertThat(refusalOf(() -> pay(cart, new Tender("12", Money.of(726), Optional.empty()))))
        .isEqualTo(Refusal.TENDER_EXCEEDS_BALANCE);
    assertThat(pay(cart, cashless("725")).balanceDue()).isEqualTo(Money.ZERO);
  }

  @Test
  void tenderOnAPaidCart_isRefused() {
    Cart paid = pay(paying(line(1, "725", 1, "00")), cash("725"));

    assertThat(refusalOf(() -> pay(paid, cash("1")))).isEqualTo(Refusal.BALANCE_ZERO);
    assertThat(refusalOf(() -> pay(paying(line(1, "725", 1, "00")), cash("725"), cash("1"))))
        .isEqualTo(Refusal.BALANCE_ZERO);
    assertThat(refusalOf(() -> pay(paying(line(1, "0", 1, "00")), cash("1"))))
        .isEqualTo(Refusal.BALANCE_ZERO);
  }

  @Test
  void noTender_changesNothing() {
    Cart cart = paying(line(1, "725", 1, "00"));

    assertThat(pay(cart)).isEqualTo(cart);
  }

  @Test
  void unknownPaymentCode_isRefused_afterThePaidCartCheck() {
    Tender unknown = new Tender("99", Money.of(1), Optional.empty());
    Cart cart = paying(line(1, "725", 1, "00"));

    assertThat(refusalOf(() -> pay(cart, unknown))).isEqualTo(Refusal.PAYMENT_METHOD_UNKNOWN);
    assertThat(refusalOf(() -> pay(pay(cart, cash("725")), unknown)))
        .isEqualTo(Refusal.BALANCE_ZERO);
  }

  @Test
  void fractions_canBePaid() {
    Cart cart = paying(line(1, "70.5", 1, "00"));

    assertThat(pay(cart, cashless("70"), cash("0.5")).balanceDue()).isEqualTo(Money.ZERO);
    assertThat(pay(cart, cashless("70"), cash("1")).changeDue()).isEqualTo(Money.of("0.5"));
  }

  @Test
  void tenderDuringItemEntry_keepsTheState() {
    Cart cart = pay(entering(line(1, "100", 1, "00")), cash("40"));

    assertThat(cart.status()).isEqualTo(CartStatus.ENTERING_ITEM);
    assertThat(cart.balanceDue()).isEqualTo(Money.of(60));
  }

  @Test
  void changeGivenTwice_isAddedUp() {
    Cart first = pay(entering(line(1, "100", 1, "00")), cash("150"));
    Cart more =
        first
            .change()
            .lines(entering(line(1, "100", 1, "00"), line(2, "30", 1, "00")).lines())
            .make();
    Cart second = pay(more, cash("50"));

    assertThat(second.changeDue()).isEqualTo(Money.of(70));
    assertThat(second.balanceDue()).isEqualTo(Money.ZERO);
  }

  @Test
  void numberOfTendersPerCart_isBoundedAcrossCalls() {
    Cart cart = paying(line(1, "1000", 1, "00"));
    Tender[] sixty = Collections.nCopies(60, cash("1")).toArray(Tender[]::new);
    Tender[] forty = Collections.nCopies(40, cash("1")).toArray(Tender[]::new);
    Cart full = pay(pay(cart, sixty), forty);

    assertThat(full.payments()).hasSize(100);
    assertThat(refusalOf(() -> pay(full, cash("1")))).isEqualTo(Refusal.INVALID_INPUT);
    assertThat(refusalOf(() -> pay(pay(cart, sixty), sixty))).isEqualTo(Refusal.INVALID_INPUT);
  }
}
