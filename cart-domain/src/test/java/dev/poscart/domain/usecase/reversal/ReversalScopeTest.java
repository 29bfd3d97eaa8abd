package dev.poscart.domain.usecase.reversal;

import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.cashless;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.document.Chain;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.InMemoryTransactionLog;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.DeskState;
import dev.poscart.domain.model.FunctionMode;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionKey;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.usecase.transaction.NumberedTransactions;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which transactions a terminal may void or return, and which of several is meant. */
class ReversalScopeTest extends ReversalServiceFixture {

  @Test
  void terminalThatCountsItsReceipts_voidsOnlyInItsSession_andReturnsAnything() {
    Transaction sale = sale();
    TerminalSession of = sale.session();
    Terminal next =
        TILL_9
            .withSession(
                new TerminalSession(
                    of.businessDate(), of.openCounter() + 1, of.businessCounter() + 1))
            .countingReceipts();

    assertRefused(
        Refusal.VOID_OUT_OF_SESSION, () -> voidOf(next, sale, cashless("100"), cash("200")));
    assertThat(returnOf(next, sale, cash("300")).session()).isEqualTo(next.session());
  }

  @Test
  void otherTerminals_voidTransactionsOfEarlierSessions() {
    Transaction sale = sale();
    Terminal next = TILL_9.withSession(new TerminalSession("20251124", 1, 8));

    assertThat(voidOf(next, sale, cashless("100"), cash("200")).session())
        .isEqualTo(next.session());
  }

  @Test
  void scope_isThatOfTheSetting() {
    Transaction sale = TransactionTestData.sale().make();
    Terminal later = TILL_9.withSession(new TerminalSession("20251124", 1, 8));
    Terminal now = TILL_9.withSession(sale.session());

    VoidScope.ANY.check(later.countingReceipts(), sale);
    VoidScope.SESSION.check(now, sale);
    assertRefusedAtOnce(() -> VoidScope.SESSION.check(later, sale));
    assertRefusedAtOnce(
        () -> VoidScope.SESSION.check(now.withSession(sale.session().on("20990101")), sale));
  }

  @Test
  void sessionThatTheDeskClosed_isNeverVoided() {
    Transaction sale = TransactionTestData.sale().make();
    Terminal open = TILL_9.at(desk(sale.session()));
    Terminal next = TILL_9.at(desk(new TerminalSession("20251124", 1, 8)));

    VoidScope.ANY.check(open, sale);
    assertRefusedAtOnce(() -> VoidScope.ANY.check(next, sale));
  }

  private static DeskState desk(TerminalSession session) {
    return new DeskState(
        Terminal.Status.OPENED,
        session,
        Optional.empty(),
        Optional.empty(),
        TILL_9.staff(),
        FunctionMode.SALES,
        "");
  }

  private static void assertRefusedAtOnce(Runnable check) {
    assertRefused(
        Refusal.VOID_OUT_OF_SESSION,
        () ->
            Await.result(
                Stages.attempt(
                    () -> {
                      check.run();
                      return Stages.completed(true);
                    })));
  }

  @Test
  void anotherStore_takesGoodsBack_underItsOwnName() {
    Transaction sale = sale();
    Terminal other = UseCaseFixture.till("A1234", "9999", 9);

    Transaction back = returnOf(other, sale, cash("300"));

    assertThat(back.terminal()).isEqualTo(other.key());
    assertThat(back.storeName()).isEqualTo("テスト店");
    assertThat(back.origin().orElseThrow().terminal()).isEqualTo(TILL_9.key());
    assertThat(back.origin().orElseThrow().businessCounter())
        .contains(sale.session().businessCounter());
    assertThat(status(sale).refunded()).isTrue();
  }

  @Test
  void numberOfSeveralSessions_needsTheSession() {
    InMemoryTransactionLog log = new InMemoryTransactionLog();
    Transaction first = appended(log, TransactionTestData.sale().no(1).counters(1, 7).make());
    Transaction second =
        appended(log, TransactionTestData.sale().no(1).claim("b").counters(2, 8).make());
    NumberedTransactions numbered = new NumberedTransactions(log);

    assertRefused(Refusal.NUMBER_AMBIGUOUS, () -> Await.result(numbered.find(first.key())));
    assertThat(Await.result(numbered.find(in(first, 7)))).isEqualTo(first);
    assertThat(Await.result(numbered.find(in(first, 8)))).isEqualTo(second);
    assertRefused(Refusal.NOT_FOUND, () -> Await.result(numbered.find(in(first, 9))));
    assertThat(Await.result(numbered.find(first.key(), second.session()))).isEqualTo(second);
    assertThat(Await.result(numbered.find(first.key(), first.session()))).isEqualTo(first);
  }

  private static TransactionKey in(Transaction transaction, int businessCounter) {
    return new TransactionKey(
        transaction.terminal(),
        transaction.numbers().transactionNo(),
        Optional.of(businessCounter));
  }

  private static Transaction appended(InMemoryTransactionLog log, Transaction transaction) {
    Transaction tied = Chain.tie(transaction, Await.result(log.findLast(transaction.terminal())));
    Await.result(log.append(tied));
    return tied;
  }
}
