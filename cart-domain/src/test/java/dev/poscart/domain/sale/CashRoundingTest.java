package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.cashless;
import static dev.poscart.domain.fixtures.SaleTestData.entry;
import static dev.poscart.domain.fixtures.SaleTestData.item;
import static dev.poscart.domain.fixtures.SaleTestData.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Carts whose cash is whole yen. */
class CashRoundingTest extends CashRoundingFixture {

  @ParameterizedTest
  @CsvSource({
    "70.55, 71, 71, 0, 0.45",
    "70.55, 71, 100, 29, 0.45",
    "70.5, 71, 71, 0, 0.5",
    "70.49, 70, 70, 0, -0.49",
    "70.49, 70, 1000, 930, -0.49",
    "70, 70, 70, 0, 0",
    "0.5, 1, 1, 0, 0.5",
    "0.49, 0, 5, 5, -0.49"
  })
  void cash_settlesTheBalanceRoundedHalfUpToWholeYen(
      String total, String due, String handed, String change, String difference) {
    Cart cart = paying(total);
    assertThat(cart.cashDue()).isEqualTo(Money.of(due));

    Cart paid = pay(cart, cash(handed));

    assertThat(paid.balanceDue()).isEqualTo(Money.ZERO);
    assertThat(paid.cashDue()).isEqualTo(Money.ZERO);
    assertThat(paid.changeDue()).isEqualTo(Money.of(change));
    assertThat(paid.cashRoundingDifference()).isEqualTo(Money.of(difference));
    assertThat(paid.payments().get(0).amount()).isEqualTo(Money.of(total));
  }

  @Test
  void fractionalCash_isRefused_namingTheAmountDue() {
    assertThat(refused(() -> pay(paying("70.55"), cash("70.55"))))
        .satisfies(no -> assertThat(no.refusal()).isEqualTo(Refusal.CASH_NOT_WHOLE))
        .hasMessage("Cash of 70.55 (expected: whole yen; the balance comes to 71 in cash)");
  }

  @Test
  void cardThenCash_roundsTheRemainder() {
    Cart paid = pay(paying("70.55"), cashless("50.3"), cash("21"));

    // 20.25 are left to cash, and rounded to 20.
    assertThat(paid.payments().get(1).amount()).isEqualTo(Money.of("20.25"));
    assertThat(paid.payments().get(0).cashRounding()).isEqualTo(Money.ZERO);
    assertThat(paid.cashRoundingDifference()).isEqualTo(Money.of("-0.25"));
    assertThat(paid.changeDue()).isEqualTo(Money.of(1));
  }

  @Test
  void cardAlone_isChargedToTheFraction() {
    Cart paid = pay(paying("70.55"), cashless("70.55"));

    assertThat(paid.balanceDue()).isEqualTo(Money.ZERO);
    assertThat(paid.cashRoundingDifference()).isEqualTo(Money.ZERO);
  }

  @Test
  void cashInSeveralTenders_isRoundedOnce() {
    Cart first = pay(paying("70.55"), cash("40"));
    assertThat(first.balanceDue()).isEqualTo(Money.of("30.55"));
    assertThat(first.cashDue()).isEqualTo(Money.of(31));

    assertThat(pay(first, cash("30")).cashDue()).isEqualTo(Money.of(1));
    assertThat(pay(first, cash("30"), cash("1")).cashRoundingDifference())
        .isEqualTo(Money.of("0.45"));
  }

  /** 70.45 were paid with 70; with 0.45 more the total is 70.9, and the cash due 71. */
  @Test
  void cartThatGrowsAfterPayment_isRoundedOnce() {
    Cart paid = pay(paying("70.45"), cash("70"));
    Cart more =
        TILL.enter(
            TILL.resume(paid).change().payments(paid.payments()).make(),
            List.of(entry("A", 1)),
            Map.of("A", item("A", "0.45", "00")));

    assertThat(more.balanceDue()).isEqualTo(Money.of("0.45"));
    assertThat(more.cashDue()).isEqualTo(Money.of(1));
    assertThat(pay(more, cash("1")).cashRoundingDifference()).isEqualTo(Money.of("0.1"));
  }

  @Test
  void cashThatMayNotExceedTheBalance_isTheAmountDue() {
    assertThat(pay(paying("70.55"), tender("02", "71")).balanceDue()).isEqualTo(Money.ZERO);
    assertThat(pay(paying("70.45"), tender("02", "70")).balanceDue()).isEqualTo(Money.ZERO);
    assertThat(refused(() -> pay(paying("70.45"), tender("02", "71"))).detail())
        .isEqualTo("Deposit 71 over the balance (expected: <= 70)");
    assertThat(refused(() -> pay(paying("70.55"), cashless("70.56"))).detail())
        .isEqualTo("Deposit 70.56 over the balance (expected: <= 70.55)");
  }

  @Test
  void surplusOfAVoucher_isNotRounding() {
    Cart voucher = pay(paying("70.55"), tender("12", "100"));
    assertThat(voucher.payments().get(0).surplus()).isEqualTo(Money.of("29.45"));
    assertThat(voucher.cashRoundingDifference()).isEqualTo(Money.ZERO);

    Cart coins = pay(paying("70.55"), tender("03", "100"));
    assertThat(coins.payments().get(0).surplus()).isEqualTo(Money.of(29));
    assertThat(coins.cashRoundingDifference()).isEqualTo(Money.of("0.45"));
  }

  /** The drawer gives change in whole yen, whatever it is for. */
  @ParameterizedTest
  @CsvSource({
    "70.55, 100, 29, 0.45",
    "70.5, 100, 29, 0.5",
    "70.45, 100, 30, -0.45",
    "70.55, 70.55, 0, 0",
    "70.55, 70.9, 0, 0.35",
    "70.55, 70.4, 0, 0"
  })
  void changeForAVoucher_isWholeYen(String total, String handed, String change, String difference) {
    Cart paid = pay(paying(total), tender("13", handed));

    assertThat(paid.changeDue()).isEqualTo(Money.of(change));
    assertThat(paid.cashRoundingDifference()).isEqualTo(Money.of(difference));
  }

  private static Tender tender(String code, String amount) {
    return new Tender(code, Money.of(amount), Optional.empty());
  }
}
