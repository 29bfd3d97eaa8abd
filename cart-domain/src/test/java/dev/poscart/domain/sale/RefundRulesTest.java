package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.CartTestData.AT;
import static dev.poscart.domain.fixtures.CartTestData.RECEIPT;
import static dev.poscart.domain.fixtures.CartTestData.STAFF;
import static dev.poscart.domain.fixtures.CartTestData.TERMINAL;
import static dev.poscart.domain.fixtures.CartTestData.closing;
import static dev.poscart.domain.fixtures.PaymentMethodTestData.byCode;
import static dev.poscart.domain.fixtures.PaymentMethodTestData.method;
import static dev.poscart.domain.fixtures.SaleTestData.CALCULATION;
import static dev.poscart.domain.fixtures.SaleTestData.line;
import static dev.poscart.domain.fixtures.SaleTestData.paying;
import static dev.poscart.domain.fixtures.SaleTestData.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.OverTender;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.model.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Reversals of four pieces of 250 yen, sold on 20251123 and paid in different ways. */
class RefundRulesTest {

  private static final Till SELLING = new Till(CALCULATION, TillLimits.DEFAULT, TenderRules.FLAGS);
  private static final Reversing BY_FLAGS = reversing(TenderRules.FLAGS, RefundTo.ANY);
  private static final Reversing BY_KIND = reversing(TenderRules.KIND, RefundTo.ANY);
  private static final Reversing TO_THE_SALE = reversing(TenderRules.KIND, RefundTo.SALE);

  private static final Map<String, PaymentMethod> THEN =
      byCode(
          method("01", PaymentKind.CASH),
          method("11", PaymentKind.CASHLESS),
          method("12", PaymentKind.OTHER).over(OverTender.KEPT).withoutRefunds());

  /** The voucher has been deactivated since. */
  private static final Map<String, PaymentMethod> NOW =
      byCode(
          method("01", PaymentKind.CASH),
          method("11", PaymentKind.CASHLESS),
          method("12", PaymentKind.OTHER).over(OverTender.KEPT).withoutRefunds().inactive(),
          method("13", PaymentKind.OTHER).inactive());

  private final List<Transaction> log = new ArrayList<>();

  @Test
  void return_toANonRefundableMethod_isRefused() {
    Transaction sale = sold(tender("12", "1000"));

    assertThat(refused(() -> returned(BY_FLAGS, sale, 4, tender("12", "1000"))))
        .satisfies(no -> assertThat(no.refusal()).isEqualTo(Refusal.REFUND_NOT_ALLOWED))
        .hasMessage("Payment method takes no refunds: payment method 12");
    assertThat(returned(BY_KIND, sale, 4, tender("12", "1000")).payments()).hasSize(1);
  }

  @Test
  void return_toAnInactiveMethod_isRefunded() {
    Transaction sale = sold(tender("01", "1000"));

    assertThat(returned(BY_FLAGS, sale, 4, tender("13", "1000")).payments()).hasSize(1);
  }

  @Test
  void voidOnTheSameDay_returnsAVoucherInFull_evenIfInactiveAndNotRefundable() {
    Transaction sale = sold(tender("01", "300"), tender("12", "1000"));

    Transaction back = voided(BY_FLAGS, sale, "20251123", tender("01", "300"), tender("12", "700"));

    Payment voucher = back.payments().get(1);
    assertThat(voucher.amount()).isEqualTo(Money.of(700));
    assertThat(voucher.surplus()).isEqualTo(Money.of(300));
    assertThat(voucher.tenderedAmount()).isEqualTo(Money.ZERO);
    assertThat(voucher.changeDue()).isEqualTo(Money.ZERO);
  }

  @Test
  void voidOnAnotherDay_isARefund_andRefusedForANonRefundableMethod() {
    Transaction sale = sold(tender("12", "1000"));

    assertThat(refused(() -> voided(BY_FLAGS, sale, "20251124", tender("12", "1000"))).refusal())
        .isEqualTo(Refusal.REFUND_NOT_ALLOWED);
    assertThat(voided(BY_KIND, sale, "20251124", tender("12", "1000")).payments()).hasSize(1);
  }

  @Test
  void voidOfAReturn_onAnotherDay_takesMoneyIn_andNeedsNoRefund() {
    Transaction sale = sold(tender("12", "1000"));
    Transaction back = returned(BY_KIND, sale, 4, tender("12", "1000"));

    assertThat(back.session().businessDate()).isEqualTo("20251124");
    assertThat(voided(BY_FLAGS, back, "20251125", tender("12", "1000")).payments()).hasSize(1);
  }

  @Test
  void return_ofASaleOverpaidByVoucher_refundsTheSettledAmount() {
    Transaction sale = sold(tender("12", "5000"));

    Transaction back = returned(BY_FLAGS, sale, 4, tender("01", "1000"));

    assertThat(back.payments().get(0).amount()).isEqualTo(Money.of(1000));
    assertThat(back.payments().get(0).surplus()).isEqualTo(Money.ZERO);
  }

  @Test
  void refundToTheSale_goesOnlyToItsTenders() {
    Transaction sale = sold(tender("01", "1000"));

    assertThat(refused(() -> returned(TO_THE_SALE, sale, 4, tender("11", "1000"))))
        .satisfies(no -> assertThat(no.refusal()).isEqualTo(Refusal.REFUND_EXCEEDS_PAYMENT))
        .hasMessage(
            "Refund of 1000 by payment method 11 (expected: <= 0, what the sale was paid with it"
                + " and is not yet paid back)");
    assertThat(returned(TO_THE_SALE, sale, 4, tender("01", "1000")).payments()).hasSize(1);
  }

  @Test
  void refundToTheSale_isLimitedToTheAmountPaidWithEachTender() {
    Transaction sale = sold(tender("11", "400"), tender("01", "1000"));

    assertTooMuch(() -> returned(TO_THE_SALE, sale, 4, tender("01", "601"), tender("11", "399")));
    assertTooMuch(
        () ->
            returned(
                TO_THE_SALE,
                sale,
                4,
                tender("11", "300"),
                tender("01", "500"),
                tender("11", "200")));
    assertThat(returned(TO_THE_SALE, sale, 4, tender("01", "600"), tender("11", "400")).payments())
        .hasSize(2);
  }

  /** 600 in cash and 400 by card: the first piece takes 250 of the card, the second the rest. */
  @Test
  void refundToTheSale_countsEarlierRefunds_butNotVoidedOnes() {
    Transaction sale = sold(tender("11", "400"), tender("01", "600"));
    Transaction first = returned(TO_THE_SALE, sale, 1, tender("11", "250"));

    assertTooMuch(() -> returned(TO_THE_SALE, sale, 1, tender("11", "151"), tender("01", "99")));
    returned(TO_THE_SALE, sale, 1, tender("11", "150"), tender("01", "100"));
    assertTooMuch(() -> returned(TO_THE_SALE, sale, 1, tender("11", "1"), tender("01", "249")));
    voided(TO_THE_SALE, first, "20251124", tender("11", "250"));

    assertThat(returned(TO_THE_SALE, sale, 1, tender("11", "250")).payments()).hasSize(1);
  }

  @Test
  void refundToAnyMethod_goesAnywhere() {
    Transaction sale = sold(tender("01", "1000"));

    assertThat(returned(BY_KIND, sale, 4, tender("11", "1000")).payments()).hasSize(1);
  }

  private static void assertTooMuch(ThrowingCallable call) {
    assertThat(refused(call).refusal()).isEqualTo(Refusal.REFUND_EXCEEDS_PAYMENT);
  }

  private static Transaction sold(Tender... tenders) {
    return Bill.transaction(
        closing(SELLING.pay(paying(line(1, "250", 4, "00")), List.of(tenders), THEN), AT),
        new IssuedNumbers(1, 1));
  }

  private Transaction returned(Reversing rules, Transaction sale, int pieces, Tender... tenders) {
    return logged(
        rules.returned(
            sale,
            history(sale),
            Optional.of(List.of(new ReturnEntry(1, pieces))),
            List.of(tenders),
            NOW,
            till("20251124")));
  }

  private Transaction voided(
      Reversing rules, Transaction original, String businessDate, Tender... tenders) {
    return logged(
        rules.voided(original, history(original), List.of(tenders), NOW, till(businessDate)));
  }

  private Transaction logged(Reversal reversal) {
    Transaction made = reversal.transaction(new IssuedNumbers(log.size() + 2, 1));
    log.add(made);
    return made;
  }

  private SaleHistory history(Transaction original) {
    return SaleHistory.of(SaleHistory.saleOf(original).orElseThrow(), log);
  }

  private static ReversingTill till(String businessDate) {
    return new ReversingTill(
        TERMINAL,
        "テスト店",
        STAFF,
        new TerminalSession(businessDate, 1, 7),
        AT,
        "event",
        RECEIPT.numbers());
  }

  private static Reversing reversing(TenderRules tenderRules, RefundTo refundTo) {
    return new Reversing(
        TillLimits.DEFAULT, new PaymentRules(tenderRules, refundTo, CashRounding.NONE, Set.of()));
  }

  private static Tender tender(String code, String amount) {
    return new Tender(code, Money.of(amount), Optional.empty());
  }
}
