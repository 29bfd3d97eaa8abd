package dev.poscart.domain.usecase.reversal;

import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_10;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static dev.poscart.domain.usecase.change.ChangeContext.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.FaultyStores;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.PortException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reversals that lose a race or whose answer is lost. */
class LostReversalTest extends ReversalRaceFixture {

  private final FaultyStores faulty = new FaultyStores();
  private final UseCaseFixture staged = new UseCaseFixture(faulty.carts, faulty.log);

  @Test
  void returnThatLosesAgainstAnotherTill_isRefused_andWritesNothing() {
    Transaction sale = sale(staged, 3);
    faulty.beforeNextAppend(() -> Await.result(returnOf(staged, TILL_10, sale)));

    assertThat(UseCaseFixture.refused(returnOf(staged, TILL_9, sale)).refusal())
        .isEqualTo(Refusal.ALREADY_REFUNDED);
    assertThat(staged.logged(TILL_9)).containsExactly(sale);
    assertThat(staged.logged(TILL_10)).hasSize(1);
  }

  @Test
  void partialReturnThatLosesTheRace_appliesToTheRemainder() {
    Transaction sale = sale(staged, 3);
    faulty.beforeNextAppend(() -> Await.result(pieceOf(staged, TILL_10, sale)));

    Transaction back = Await.result(pieceOf(staged, TILL_9, sale));

    assertThat(back.numbers()).isEqualTo(new IssuedNumbers(2, 111_112));
    assertThat(staged.logged(TILL_10)).hasSize(1);
    assertThat(back.claim()).endsWith(":2");
  }

  @Test
  void numberTakenByASale_isFollowedByTheNextOne() {
    Transaction sale = sale(staged, 3);
    CartId other = staged.paid();
    faulty.beforeNextAppend(() -> Await.result(staged.carts.bill(by(TILL_9), other)));

    assertThat(Await.result(returnOf(staged, TILL_9, sale)).numbers())
        .isEqualTo(new IssuedNumbers(3, 111_113));
  }

  @Test
  void voidWhoseAnswerWasLost_isReportedAsDone_whenRepeated() {
    Transaction sale = sale(staged, 3);
    faulty.failAtCall(2, FaultyStores.Moment.AFTER);

    assertThat(
            Await.failure(
                staged.reversals.voidTransaction(by(TILL_9), sale.key(), List.of(cash("300")))))
        .isInstanceOf(PortException.class);
    assertThat(faulty.calls()).containsExactly("findLast", "append");
    assertThat(
            UseCaseFixture.refused(
                    staged.reversals.voidTransaction(by(TILL_9), sale.key(), List.of(cash("300"))))
                .refusal())
        .isEqualTo(Refusal.ALREADY_VOIDED);
    assertThat(staged.logged(TILL_9)).hasSize(2);
  }

  @Test
  void voidThatNeverReachedTheLog_isDoneWhenRepeated() {
    Transaction sale = sale(staged, 3);
    faulty.failAtCall(2, FaultyStores.Moment.BEFORE);

    Await.failure(staged.reversals.voidTransaction(by(TILL_9), sale.key(), List.of(cash("300"))));

    assertThat(
            Await.result(
                    staged.reversals.voidTransaction(by(TILL_9), sale.key(), List.of(cash("300"))))
                .numbers())
        .isEqualTo(new IssuedNumbers(2, 111_112));
  }
}
