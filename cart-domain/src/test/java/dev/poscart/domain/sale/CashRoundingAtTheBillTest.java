package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.CartTestData.AT;
import static dev.poscart.domain.fixtures.CartTestData.RECEIPT;
import static dev.poscart.domain.fixtures.CartTestData.SESSION;
import static dev.poscart.domain.fixtures.CartTestData.STAFF;
import static dev.poscart.domain.fixtures.CartTestData.TERMINAL;
import static dev.poscart.domain.fixtures.SaleTestData.CALCULATION;
import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.cashless;
import static dev.poscart.domain.fixtures.SaleTestData.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.Explanation;
import dev.poscart.domain.model.Explanation.Step;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Transaction;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The remainder below the smallest coin at the bill. */
class CashRoundingAtTheBillTest extends CashRoundingFixture {

  @Test
  void remainderThatRoundsToNoCash_isWaivedAtTheBill() {
    Cart cart = pay(paying("70.45"), cashless("70"));
    assertThat(cart.balanceDue()).isEqualTo(Money.of("0.45"));
    assertThat(cart.cashDue()).isEqualTo(Money.ZERO);

    Cart billed = Bill.mark(cart, closing(Closing.Kind.BILL));
    Transaction sale = Bill.transaction(billed, new IssuedNumbers(1, 1));

    assertThat(billed.balanceDue()).isEqualTo(Money.ZERO);
    assertThat(billed.cashRoundingDifference()).isEqualTo(Money.of("-0.45"));
    assertThat(sale.sales().cashRounding()).isEqualTo(Money.of("-0.45"));
    assertThat(sale.payments()).isEqualTo(cart.payments());
  }

  @Test
  void cartBelowHalfAYen_isBilledWithoutATender() {
    Cart billed = Bill.mark(paying("0.4"), closing(Closing.Kind.BILL));

    assertThat(Bill.transaction(billed, new IssuedNumbers(1, 1)).sales().cashRounding())
        .isEqualTo(Money.of("-0.4"));
  }

  @Test
  void bill_withAYenDue_isRefused() {
    for (Cart cart : List.of(paying("0.5"), pay(paying("70.5"), cash("70")))) {
      assertThat(refused(() -> Bill.mark(cart, closing(Closing.Kind.BILL))).refusal())
          .isEqualTo(Refusal.BALANCE_LEFT);
    }
  }

  @Test
  void cancelledCart_waivesNothing() {
    Cart cancelled = Bill.mark(paying("0.4"), closing(Closing.Kind.CANCEL));

    assertThat(cancelled.balanceDue()).isEqualTo(Money.of("0.4"));
    assertThat(cancelled.cashRoundingDifference()).isEqualTo(Money.ZERO);
  }

  /** 49,999.5 yen are settled with 50,000 in cash, on which duty is due. */
  @Test
  void stampDuty_isDueForTheCashReceived() {
    Cart paid = pay(paying("60000"), cashless("10000.5"), cash("50000"));

    assertThat(
            Bill.transaction(Bill.mark(paid, closing(Closing.Kind.BILL)), new IssuedNumbers(1, 1))
                .sales()
                .stampDutyTarget())
        .isEqualTo(Money.of(50_000));
  }

  @Test
  void explanation_givesTheCashDue_andTheRounding() {
    assertThat(steps(CALCULATION.explain(paying("70.55")).balance()))
        .containsExactly(
            "BALANCE: 70.55 = 70.55",
            "BALANCE_IN_CASH: 70.55 = 70.55 (half up to whole yen, once for all cash of the cart)"
                + " -> 71");

    Explanation told = CALCULATION.explain(pay(paying("70.45"), cashless("50"), cash("100")));
    assertThat(steps(told.payments().get(1).steps()))
        .containsExactly(
            "TENDERED: 100 = 100",
            "DUE_IN_CASH: 20.45 = 20.45 (half up to whole yen, once for all cash of the cart) ->"
                + " 20",
            "CHANGE: 80 = 80",
            "CASH_ROUNDING: 20 - 20.45 = -0.45",
            "PAYMENT: 100 - 80 - (-0.45) = 20.45");
    assertThat(steps(told.balance()).get(2)).isEqualTo("CASH_ROUNDING: (-0.45) = -0.45");
  }

  @Test
  void explanation_ofABilledCart_givesTheWaivedRemainder() {
    Cart billed = Bill.mark(pay(paying("70.45"), cashless("70")), closing(Closing.Kind.BILL));

    assertThat(steps(CALCULATION.explain(billed).balance()))
        .contains("BALANCE: 70.45 - 70 - 0.45 = 0", "CASH_ROUNDING: (-0.45) = -0.45");
  }

  private static List<String> steps(List<Step> steps) {
    return steps.stream()
        .map(
            step ->
                step.figure()
                    + ": "
                    + step.formula()
                    + " = "
                    + step.exact()
                    + step.rounding().map(how -> " (" + how + ") -> " + step.result()).orElse(""))
        .toList();
  }

  private static Closing closing(Closing.Kind kind) {
    return new Closing(kind, TERMINAL, STAFF, SESSION, AT, "event", RECEIPT, Set.of());
  }
}
