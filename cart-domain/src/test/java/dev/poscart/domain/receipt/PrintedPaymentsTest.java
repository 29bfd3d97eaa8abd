package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.SampleSales.expensive;
import static dev.poscart.domain.receipt.SampleTransaction.cancelled;
import static dev.poscart.domain.receipt.SampleTransaction.cash;
import static dev.poscart.domain.receipt.SampleTransaction.cashless;
import static dev.poscart.domain.receipt.SampleTransaction.journal;
import static dev.poscart.domain.receipt.SampleTransaction.line;
import static dev.poscart.domain.receipt.SampleTransaction.origin;
import static dev.poscart.domain.receipt.SampleTransaction.sales;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.Sales;
import dev.poscart.domain.model.TransactionType;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Payments on a receipt. */
class PrintedPaymentsTest {

  @Test
  void cancelledSale_thatWasPaid_reversesThePayments_andHasNoStamp() {
    assertThat(
            journal(expensive().sales(cancelled(sales(60_300, 24, 4, 9676, 200)))).lines().toList())
        .containsSequence(
            "お支払取消額           \\60,324  ",
            "--------------------------------",
            "現金                   \\60,324  ",
            "--------------------------------")
        .noneMatch(line -> line.contains("お預り") || line.contains("お釣り"))
        .noneMatch(line -> line.contains("印紙代") || line.contains("(stamp)"));
  }

  @Test
  void return_withoutRefund_printsNoPayments() {
    assertThat(journal(new SampleTransaction().type(TransactionType.RETURN).payments(cash(0, 0))))
        .doesNotContain("返金")
        .doesNotContain("現金");
  }

  @Test
  void cash_takenTwice_isOneEntry_andZeroPaymentsAreSkipped() {
    assertThat(
            journal(
                    new SampleTransaction()
                        .payments(
                            cashless(300, 300),
                            cash(500, 500),
                            cashless(100, 100),
                            cash(1000, 725),
                            cashless(0, 0)))
                .lines())
        .containsSequence(
            "お預り                  \\1,500  ",
            "お釣り                    \\275  ",
            "--------------------------------",
            "現金                    \\1,225  ",
            "キャッシュレス            \\300  ",
            "キャッシュレス            \\100  ",
            "--------------------------------");
  }

  /** 50 yen by card, and 100 in cash for 20.55, of which 79 come back. */
  @Test
  void roundedCash_printsItsDifferenceFromTheTotal() {
    assertThat(journal(roundedSale()).lines())
        .containsSequence(
            "合計                    \\70.55  ",
            "現金端数調整             \\0.45  ",
            "お預り                    \\100  ",
            "お釣り                     \\79  ",
            "--------------------------------",
            "現金                    \\20.55  ",
            "キャッシュレス             \\50  ",
            "--------------------------------");
  }

  @Test
  void roundedCashRefund_printsTheCashHandedOut() {
    assertThat(
            journal(
                    roundedSale()
                        .type(TransactionType.RETURN)
                        .origin(origin(TransactionType.SALE, 1, 111_111)))
                .lines())
        .containsSequence(
            "合計                    \\70.55  ",
            "現金端数調整             \\0.45  ",
            "ご返金額                   \\71  ",
            "--------------------------------",
            "現金                    \\20.55  ",
            "キャッシュレス             \\50  ");
  }

  @Test
  void cashRoundedDown_hasAMinusSign() {
    Sales owed = sales(Money.of("0.4"), 0, 1, 0, 0).withCashRounding(Money.of("-0.4"));

    assertThat(journal(new SampleTransaction().sales(owed)).lines())
        .containsSequence(
            "合計                      \\0.4  ",
            "現金端数調整             -\\0.4  ",
            "--------------------------------");
  }

  private static SampleTransaction roundedSale() {
    Payment cash =
        new Payment(
            1,
            "01",
            PaymentKind.CASH,
            "現金",
            Money.of(100),
            Money.of("20.55"),
            Money.ZERO,
            Money.of("0.45"),
            Optional.empty());
    return new SampleTransaction()
        .sales(sales(Money.of("70.55"), 0, 1, 79, 0).withCashRounding(Money.of("0.45")))
        .payments(cash, cashless(50, 50));
  }

  @Test
  void voucherWithoutChange_printsItsFaceValueAndTheSurplus() {
    Payment voucher =
        new Payment(
            1,
            "12",
            PaymentKind.OTHER,
            "商品券",
            Money.of(5000),
            Money.of(3200),
            Money.of(1800),
            Money.ZERO,
            Optional.empty());

    assertThat(journal(new SampleTransaction().payments(voucher)).lines())
        .containsSequence(
            "商品券                  \\3,200  ",
            "  (額面                \\5,000)  ",
            "  (お釣りなし          \\1,800)  ",
            "--------------------------------");
  }

  @Test
  void voucherWithChange_printsTheTenderedAmountAndTheChange() {
    Payment voucher = SampleTransaction.payment("13", PaymentKind.OTHER, "ギフト券", 5000, 3200);

    assertThat(journal(new SampleTransaction().payments(voucher)).lines())
        .containsSequence(
            "ギフト券                \\3,200  ",
            "  (お預り              \\5,000)  ",
            "  (お釣り              \\1,800)  ",
            "--------------------------------");
  }
}
