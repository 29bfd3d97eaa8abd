package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.CartTestData.AT;
import static dev.poscart.domain.fixtures.CartTestData.RECEIPT;
import static dev.poscart.domain.fixtures.CartTestData.SESSION;
import static dev.poscart.domain.fixtures.CartTestData.STAFF;
import static dev.poscart.domain.fixtures.CartTestData.TERMINAL;
import static dev.poscart.domain.fixtures.PaymentMethodTestData.byCode;
import static dev.poscart.domain.fixtures.PaymentMethodTestData.method;
import static dev.poscart.domain.fixtures.SaleTestData.CALCULATION;
import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.cashless;
import static dev.poscart.domain.fixtures.SaleTestData.entry;
import static dev.poscart.domain.fixtures.SaleTestData.item;
import static dev.poscart.domain.fixtures.SaleTestData.line;
import static dev.poscart.domain.fixtures.SaleTestData.refused;
import static dev.poscart.domain.fixtures.SaleTestData.yenPaying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.Explanation;
import dev.poscart.domain.model.Explanation.Step;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.OverTender;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Carts whose cash is whole yen. */
class CashRoundingTest {

  private static final Till TILL = new Till(CALCULATION, TillLimits.DEFAULT, TenderRules.FLAGS);

  private static final Map<String, PaymentMethod> METHODS =
      byCode(
          method("01", PaymentKind.CASH),
          method("02", PaymentKind.CASH).over(OverTender.REFUSED),
          method("03", PaymentKind.CASH).over(OverTender.KEPT),
          method("11", PaymentKind.CASHLESS),
          method("12", PaymentKind.OTHER).over(OverTender.KEPT),
          method("13", PaymentKind.OTHER).over(OverTender.CHANGE));

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
  void cash_settlesToTheWholeYenHalfUp(
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
  void cashThatIsNoWholeYen_isRefused_andSaysWhatIsDue() {
    assertThat(refused(() -> pay(paying("70.55"), cash("70.55"))))
        .satisfies(no -> assertThat(no.refusal()).isEqualTo(Refusal.CASH_NOT_WHOLE))
        .hasMessage("Cash of 70.55 (expected: whole yen; the balance comes to 71 in cash)");
  }

  @Test
  void cardThenCash_roundsWhatIsLeftToCash() {
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

  /** 70.45 were paid with 70; with 0.45 more the cart is worth 70.9 and cash comes to 71. */
  @Test
  void cartThatGrowsAfterItWasPaid_isRoundedTogether() {
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
  void cashThatMayNotExceedTheBalance_isWhatIsDue() {
    assertThat(pay(paying("70.55"), tender("02", "71")).balanceDue()).isEqualTo(Money.ZERO);
    assertThat(pay(paying("70.45"), tender("02", "70")).balanceDue()).isEqualTo(Money.ZERO);
    assertThat(refused(() -> pay(paying("70.45"), tender("02", "71"))).detail())
        .isEqualTo("Deposit 71 over the balance (expected: <= 70)");
    assertThat(refused(() -> pay(paying("70.55"), cashless("70.56"))).detail())
        .isEqualTo("Deposit 70.56 over the balance (expected: <= 70.55)");
  }

  @Test
  void whatIsKeptBeyondTheBalance_isNoRounding() {
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

  @Test
  void remainderThatComesToNoCash_isLetGoAtTheBill() {
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
  void cartOfLessThanHalfAYen_isBilledWithoutATender() {
    Cart billed = Bill.mark(paying("0.4"), closing(Closing.Kind.BILL));

    assertThat(Bill.transaction(billed, new IssuedNumbers(1, 1)).sales().cashRounding())
        .isEqualTo(Money.of("-0.4"));
  }

  @Test
  void bill_whenAYenIsLeft_isRefused() {
    for (Cart cart : List.of(paying("0.5"), pay(paying("70.5"), cash("70")))) {
      assertThat(refused(() -> Bill.mark(cart, closing(Closing.Kind.BILL))).refusal())
          .isEqualTo(Refusal.BALANCE_LEFT);
    }
  }

  @Test
  void cancelledCart_letsNothingGo() {
    Cart cancelled = Bill.mark(paying("0.4"), closing(Closing.Kind.CANCEL));

    assertThat(cancelled.balanceDue()).isEqualTo(Money.of("0.4"));
    assertThat(cancelled.cashRoundingDifference()).isEqualTo(Money.ZERO);
  }

  /** 49,999.5 yen are settled with 50,000 in notes, for which duty is owed. */
  @Test
  void stampDuty_isOwedForTheCashThatWasReceived() {
    Cart paid = pay(paying("60000"), cashless("10000.5"), cash("50000"));

    assertThat(
            Bill.transaction(Bill.mark(paid, closing(Closing.Kind.BILL)), new IssuedNumbers(1, 1))
                .sales()
                .stampDutyTarget())
        .isEqualTo(Money.of(50_000));
  }

  @Test
  void explanation_tellsWhatIsDueInCash_andWhatWasRounded() {
    assertThat(steps(CALCULATION.explain(paying("70.55")).balance()))
        .containsExactly(
            "BALANCE: 70.55 = 70.55",
            "BALANCE_IN_CASH: 70.55 = 70.55 (half up to whole yen, once for all cash of the cart) -> 71");

    Explanation told = CALCULATION.explain(pay(paying("70.45"), cashless("50"), cash("100")));
    assertThat(steps(told.payments().get(1).steps()))
        .containsExactly(
            "TENDERED: 100 = 100",
            "DUE_IN_CASH: 20.45 = 20.45 (half up to whole yen, once for all cash of the cart) -> 20",
            "CHANGE: 80 = 80",
            "CASH_ROUNDING: 20 - 20.45 = -0.45",
            "PAYMENT: 100 - 80 - (-0.45) = 20.45");
    assertThat(steps(told.balance()).get(2)).isEqualTo("CASH_ROUNDING: (-0.45) = -0.45");
  }

  @Test
  void explanation_ofABilledCart_tellsWhatWasLetGo() {
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

  private static Cart paying(String total) {
    return yenPaying(line(1, total, 1, "00"));
  }

  private static Cart pay(Cart cart, Tender... tenders) {
    return TILL.pay(cart, List.of(tenders), METHODS);
  }

  private static Tender tender(String code, String amount) {
    return new Tender(code, Money.of(amount), Optional.empty());
  }

  private static Closing closing(Closing.Kind kind) {
    return new Closing(kind, TERMINAL, STAFF, SESSION, AT, "event", RECEIPT, Set.of());
  }
}
