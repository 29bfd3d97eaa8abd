package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.CartTestData.AT;
import static dev.poscart.domain.fixtures.CartTestData.RECEIPT;
import static dev.poscart.domain.fixtures.CartTestData.SESSION;
import static dev.poscart.domain.fixtures.CartTestData.STAFF;
import static dev.poscart.domain.fixtures.CartTestData.TERMINAL;
import static dev.poscart.domain.fixtures.CartTestData.closing;
import static dev.poscart.domain.fixtures.SaleTestData.CALCULATION;
import static dev.poscart.domain.fixtures.SaleTestData.METHODS;
import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.cashless;
import static dev.poscart.domain.fixtures.SaleTestData.line;
import static dev.poscart.domain.fixtures.SaleTestData.refused;
import static dev.poscart.domain.fixtures.SaleTestData.yenPaying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Returns of goods paid in whole-yen cash. */
class CashRefundTest {

  private static final Till SELLING = new Till(CALCULATION, TillLimits.DEFAULT, TenderRules.KIND);
  private static final Reversing YEN = reversing(CashRounding.YEN, RefundTo.ANY);
  private static final Reversing TO_THE_SALE = reversing(CashRounding.YEN, RefundTo.SALE);
  private static final Reversing NONE = reversing(CashRounding.NONE, RefundTo.ANY);

  private final List<Transaction> log = new ArrayList<>();

  @Test
  void void_mirrorsTheRounding_whetherTheAmountOrTheCashIsGiven() {
    for (String given : List.of("70.55", "71")) {
      Transaction sale = sold("70.55", 1, cash("100"));
      Transaction back =
          YEN.voided(sale, none(sale), List.of(cash(given)), METHODS, till())
              .transaction(new IssuedNumbers(2, 2));

      Payment payment = back.payments().get(0);
      assertThat(payment.amount()).isEqualTo(Money.of("70.55"));
      assertThat(payment.cashRounding()).isEqualTo(Money.of("0.45"));
      assertThat(payment.tenderedAmount()).isEqualTo(Money.of(71));
      assertThat(payment.changeDue()).isEqualTo(Money.ZERO);
      assertThat(back.sales().cashRounding()).isEqualTo(Money.of("0.45"));
    }
  }

  @Test
  void void_ofAnotherAmount_isRefused_namingBoth() {
    Transaction sale = sold("70.55", 1, cash("100"));

    assertThat(refused(() -> voided(YEN, sale, cash("70"))).detail())
        .isEqualTo("Void of 70 by payment method 01 (expected: 70.55, or 71 in cash)");
  }

  @Test
  void void_roundsAsTheSaleDid_whateverIsConfiguredNow() {
    Transaction sale = sold("70.55", 1, cash("100"));

    assertThat(voided(NONE, sale, cash("70.55")).sales().cashRounding())
        .isEqualTo(Money.of("0.45"));
  }

  @Test
  void void_ofASaleWithAWaivedRemainder_waivesItAgain() {
    Transaction sale = sold("70.45", 1, cashless("70"));
    Transaction back = voided(YEN, sale, cashless("70"));

    assertThat(back.sales().totalWithTax()).isEqualTo(Money.of("70.45"));
    assertThat(back.sales().cashRounding()).isEqualTo(Money.of("-0.45"));
  }

  @Test
  void return_inCash_paysWholeYen_whetherTheValueOrTheCashIsGiven() {
    for (String given : List.of("70.55", "71")) {
      log.clear();
      Payment payment =
          returned(YEN, sold("70.55", 1, cash("71")), 1, cash(given)).payments().get(0);

      assertThat(payment.amount()).isEqualTo(Money.of("70.55"));
      assertThat(payment.cashRounding()).isEqualTo(Money.of("0.45"));
      assertThat(payment.tenderedAmount()).isEqualTo(Money.of(71));
    }
  }

  @Test
  void return_ofAnotherAmount_isRefused_namingBoth() {
    Transaction sale = sold("70.55", 1, cash("71"));

    assertThat(refused(() -> returned(YEN, sale, 1, cash("70"))))
        .satisfies(no -> assertThat(no.refusal()).isEqualTo(Refusal.INVALID_VALUE))
        .hasMessage("Payments sum to 70 (expected: 70.55; with cash as it is handed out: 71)");
    assertThat(refused(() -> returned(NONE, sale, 1, cash("71"))).detail())
        .isEqualTo("Payments sum to 71 (expected: 70.55)");
  }

  @Test
  void return_byCardAndCash_roundsTheCash() {
    Transaction sale = sold("70.55", 1, cash("71"));
    Transaction back = returned(YEN, sale, 1, cash("20"), cashless("50.3"));

    // 20.25 are left to cash.
    assertThat(back.payments().get(0).amount()).isEqualTo(Money.of("20.25"));
    assertThat(back.payments().get(0).tenderedAmount()).isEqualTo(Money.of(20));
    assertThat(back.payments().get(1).amount()).isEqualTo(Money.of("50.3"));
    assertThat(back.sales().cashRounding()).isEqualTo(Money.of("-0.25"));
  }

  @Test
  void return_inTwoTendersOfCash_isRoundedTogether() {
    Transaction sale = sold("70.55", 1, cash("71"));
    Transaction back = returned(YEN, sale, 1, cash("35.27"), cash("35.28"));

    assertThat(back.payments().get(0).cashRounding()).isEqualTo(Money.ZERO);
    assertThat(back.payments().get(1).cashRounding()).isEqualTo(Money.of("0.45"));
  }

  /** Three pieces of 23.5 were 70.5 and paid with 71: they come back as 24, 23 and 24. */
  @Test
  void partialReturns_refundInTotalWhatWasPaid() {
    Transaction sale = sold("23.5", 3, cash("71"));

    assertThat(returned(YEN, sale, 1, cash("24")).sales().cashRounding())
        .isEqualTo(Money.of("0.5"));
    assertThat(refused(() -> returned(YEN, sale, 1, cash("24"))).refusal())
        .isEqualTo(Refusal.INVALID_VALUE);
    assertThat(returned(YEN, sale, 1, cash("23")).sales().cashRounding())
        .isEqualTo(Money.of("-0.5"));
    assertThat(returned(YEN, sale, 1, cash("23.5")).sales().cashRounding())
        .isEqualTo(Money.of("0.5"));
  }

  /** A hundred pieces of half a yen are 50 yen, and not a yen each. */
  @Test
  void manySmallReturns_refundNoMoreThanTheSale() {
    Transaction sale = sold("0.5", 100, cash("50"));
    Money paidBack = Money.ZERO;
    for (int piece = 0; piece < 100; piece++) {
      paidBack =
          paidBack.plus(
              Money.sum(returned(YEN, sale, 1, cash("0.5")).payments(), Payment::tenderedAmount));
    }

    assertThat(paidBack).isEqualTo(Money.of(50));
  }

  @Test
  void goodsWorthLessThanAnyCash_areReturnedWithoutATender() {
    Transaction sale = sold("0.4", 2, cash("1"));

    Transaction back = returned(YEN, sale, 1);

    assertThat(back.payments()).isEmpty();
    assertThat(back.sales().cashRounding()).isEqualTo(Money.of("-0.4"));
    assertThat(returned(YEN, sale, 1, cash("1")).payments().get(0).amount())
        .isEqualTo(Money.of("0.4"));
  }

  @Test
  void refundsBeyondTheValue_areRefused_howeverSmall() {
    Transaction sale = sold("70.55", 1, cash("71"));

    for (String card : List.of("70.56", "70.9", "71", "71.05")) {
      assertThat(refused(() -> returned(YEN, sale, 1, cashless(card))).refusal())
          .isEqualTo(Refusal.INVALID_VALUE);
    }
  }

  @Test
  void cashRefundGivenInFractions_isTakenAsTheValue_notAsTheRoundedCash() {
    Transaction sale = sold("70.55", 1, cash("71"));

    assertThat(refused(() -> returned(YEN, sale, 1, cash("70.5"), cash("0.5"))).refusal())
        .isEqualTo(Refusal.INVALID_VALUE);
  }

  @Test
  void refundToTheSale_isLimitedByTheValueOfTheGoods() {
    Transaction sale = sold("23.5", 3, cash("71"));

    assertThat(returned(TO_THE_SALE, sale, 1, cash("24")).payments()).hasSize(1);
    assertThat(returned(TO_THE_SALE, sale, 1, cash("23")).payments()).hasSize(1);
    assertThat(returned(TO_THE_SALE, sale, 1, cash("24")).payments()).hasSize(1);
  }

  private static Transaction sold(String price, int pieces, Tender... tenders) {
    return Bill.transaction(
        closing(
            SELLING.pay(yenPaying(line(1, price, pieces, "00")), List.of(tenders), METHODS), AT),
        new IssuedNumbers(1, 1));
  }

  private Transaction voided(Reversing rules, Transaction sale, Tender... tenders) {
    return rules
        .voided(sale, none(sale), List.of(tenders), METHODS, till())
        .transaction(new IssuedNumbers(2, 2));
  }

  private Transaction returned(Reversing rules, Transaction sale, int pieces, Tender... tenders) {
    Transaction back =
        rules
            .returned(
                sale,
                SaleHistory.of(sale.position(), log),
                Optional.of(List.of(new ReturnEntry(1, pieces))),
                List.of(tenders),
                METHODS,
                till())
            .transaction(new IssuedNumbers(log.size() + 2, 1));
    log.add(back);
    return back;
  }

  private static SaleHistory none(Transaction sale) {
    return SaleHistory.of(sale.position(), List.of());
  }

  private static ReversingTill till() {
    return new ReversingTill(TERMINAL, "テスト店", STAFF, SESSION, AT, "event", RECEIPT.numbers());
  }

  private static Reversing reversing(CashRounding rounding, RefundTo refundTo) {
    return new Reversing(
        TillLimits.DEFAULT, new PaymentRules(TenderRules.KIND, refundTo, rounding, Set.of()));
  }
}
