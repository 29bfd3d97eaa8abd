package dev.poscart.domain.usecase.reversal;

import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.cashless;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_10;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Origin;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionKey;
import dev.poscart.domain.model.TransactionStatus;
import dev.poscart.domain.model.TransactionType;
import dev.poscart.domain.port.TransactionQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReversalServiceTest extends ReversalServiceFixture {

  private static final TransactionStatus VOIDED = new TransactionStatus(true, false);

  @Test
  void voidOfASale_repeatsTheSale_withItsPaymentsAndTheTillsNumbers() {
    Transaction sale = sale();
    Transaction made = voidOf(TILL_9, sale, cashless("100"), cash("200"));

    assertThat(made.type()).isEqualTo(TransactionType.VOID_SALE);
    assertThat(made.numbers()).isEqualTo(new IssuedNumbers(2, 111_112));
    assertThat(made.origin()).contains(Origin.of(sale));
    assertThat(made.lines()).isEqualTo(sale.lines());
    assertThat(made.taxes()).isEqualTo(sale.taxes());
    assertThat(made.sales().totalWithTax()).isEqualTo(Money.of(300));
    assertThat(made.sales().change()).isEqualTo(Money.ZERO);
    assertThat(made.payments().stream().map(Payment::amount).toList())
        .containsExactly(Money.of(100), Money.of(200));
    assertThat(made.payments().stream().map(Payment::tenderedAmount).toList())
        .containsExactly(Money.ZERO, Money.of(200));
    assertThat(made.journalText()).contains("【 売上取消伝票 】", "[対象レシート]", "取引通番");
    assertThat(made.eventId()).isNotEqualTo(sale.eventId());
    assertThat(status(sale)).isEqualTo(VOIDED);
    assertThat(shop.logged(TILL_9)).containsExactly(made, sale);
  }

  @Test
  void returnOfASale_mayBeRefundedDifferently() {
    Transaction sale = sale();
    Transaction made = returnOf(TILL_9, sale, cash("299.5"), cashless("0.5"));

    assertThat(made.type()).isEqualTo(TransactionType.RETURN);
    assertThat(made.payments().stream().map(Payment::amount).toList())
        .containsExactly(Money.of("299.5"), Money.of("0.5"));
    assertThat(made.journalText()).contains("【 返 品 伝 票 】");
    assertThat(status(sale)).isEqualTo(REFUNDED);
    assertThat(status(made)).isEqualTo(TransactionStatus.NONE);
  }

  @Test
  void voidOfAReturn_makesTheSaleReturnableAgain_everyTime() {
    Transaction sale = sale();
    for (int round = 0; round < 3; round++) {
      Transaction back = returnOf(TILL_9, sale, cash("300"));
      assertThat(status(sale)).isEqualTo(REFUNDED);

      Transaction undone = voidOf(TILL_9, back, cash("300"));

      assertThat(undone.type()).isEqualTo(TransactionType.VOID_RETURN);
      assertThat(undone.origin()).contains(Origin.of(back));
      assertThat(status(back)).isEqualTo(VOIDED);
      assertThat(status(undone)).isEqualTo(TransactionStatus.NONE);
      assertThat(status(sale)).isEqualTo(TransactionStatus.NONE);
      assertRefused(Refusal.ALREADY_VOIDED, () -> voidOf(TILL_9, back, cash("300")));
    }
    voidOf(TILL_9, sale, cash("200"), cashless("100"));
    assertThat(status(sale)).isEqualTo(VOIDED);
  }

  @Test
  void d33_returnAtAnotherTill_belongsToThatTill_andNamesTheOriginal() {
    Transaction sale = sale();
    Terminal other =
        new Terminal(
            TILL_10.key(),
            Terminal.Status.CLOSED,
            new TerminalSession("20251124", 3, 8),
            Optional.of(new Staff("S002", "花子")));
    Transaction back = returnOf(other, sale, cash("300"));

    assertThat(back.terminal()).isEqualTo(TILL_10.key());
    assertThat(back.numbers()).isEqualTo(new IssuedNumbers(1, 111_111));
    assertThat(back.staff()).isEqualTo(new Staff("S002", "花子"));
    assertThat(back.session()).isEqualTo(new TerminalSession("20251124", 3, 8));
    assertThat(back.origin()).contains(Origin.of(sale));
    assertThat(shop.logged(TILL_10)).containsExactly(back);
    assertThat(shop.logged(TILL_9)).containsExactly(sale);
    assertThat(status(sale)).isEqualTo(REFUNDED);
    assertRefused(Refusal.ALREADY_REFUNDED, () -> returnOf(TILL_9, sale, cash("300")));
    assertRefused(Refusal.INVALID_INPUT, () -> voidOf(TILL_9, back, cash("300")));

    voidOf(TILL_10, back, cash("300"));
    assertThat(status(sale)).isEqualTo(TransactionStatus.NONE);
  }

  @Test
  void d34_reversals_keepToTheTillsRangeOfReceiptNumbers() {
    shop.settings =
        List.of(
            new Setting("RECEIPT_NO_START_VALUE", Optional.of("7"), List.of()),
            new Setting("RECEIPT_NO_END_VALUE", Optional.of("8"), List.of()));
    Transaction sale = sale();
    Transaction back = returnOf(TILL_9, sale, cash("300"));
    Transaction undone = voidOf(TILL_9, back, cash("300"));
    Transaction elsewhere = returnOf(TILL_10, sale, cash("300"));

    assertThat(sale.numbers()).isEqualTo(new IssuedNumbers(1, 7));
    assertThat(back.numbers()).isEqualTo(new IssuedNumbers(2, 8));
    assertThat(undone.numbers()).isEqualTo(new IssuedNumbers(3, 7));
    assertThat(elsewhere.numbers()).isEqualTo(new IssuedNumbers(1, 7));
  }

  @Test
  void d40_status_isThatOfTheTransactionsOwnTill_forEveryCaller() {
    Transaction first = sale();
    Transaction elsewhere = sale(TILL_10);
    voidOf(TILL_10, elsewhere, cashless("100"), cash("200"));

    assertThat(first.numbers()).isEqualTo(elsewhere.numbers());
    for (Terminal caller : List.of(TILL_9, TILL_10)) {
      assertThat(listed(caller, TILL_9)).containsExactly(TransactionStatus.NONE);
      assertThat(listed(caller, TILL_10)).containsExactly(TransactionStatus.NONE, VOIDED);
      assertThat(
              Await.result(shop.transactions.find(caller, new TransactionKey(TILL_10.key(), 1)))
                  .status()
                  .voided())
          .isTrue();
    }
  }

  /** The status of all transactions of a till, latest first. */
  private List<TransactionStatus> listed(Terminal caller, Terminal of) {
    TerminalKey key = of.key();
    TransactionQuery all =
        new TransactionQuery(
            key,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            true,
            0,
            1,
            List.of());
    return Await.result(shop.transactions.query(caller, all)).transactions().stream()
        .map(entry -> entry.status())
        .toList();
  }
}
