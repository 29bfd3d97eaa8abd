package dev.poscart.domain.usecase.reversal;

import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.keyed;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_10;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static dev.poscart.domain.usecase.change.ChangeContext.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.FaultyStores;
import dev.poscart.domain.fixtures.FaultyStores.Moment;
import dev.poscart.domain.fixtures.InMemoryCartStore;
import dev.poscart.domain.fixtures.InMemoryTransactionLog;
import dev.poscart.domain.fixtures.Race;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import dev.poscart.domain.sale.ReturnEntry;
import dev.poscart.domain.usecase.change.ChangeContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A void or return with an id is made once, whatever the outcome of its attempts. */
class IdempotentReversalTest {

  private static final ChangeId ID = new ChangeId("7f0c54f1-0f2f-4f6c-9f63-5a1d3c1f3a01");
  private static final ChangeId OTHER = new ChangeId("7f0c54f1-0f2f-4f6c-9f63-5a1d3c1f3a02");

  private final FaultyStores faulty = new FaultyStores();
  private final UseCaseFixture shop = new UseCaseFixture(faulty.carts, faulty.log);

  /** Reversals of a sale of five apples by till 9, or of a return of one of them. */
  enum Kind {
    VOID {
      @Override
      CompletionStage<Transaction> of(
          ReversalService service, ChangeContext context, Transaction sale) {
        return service.voidTransaction(context, sale.key(), List.of(cash("500")));
      }
    },
    RETURN {
      @Override
      CompletionStage<Transaction> of(
          ReversalService service, ChangeContext context, Transaction sale) {
        return service.returnTransaction(
            context, sale.key(), Optional.empty(), List.of(cash("500")));
      }
    },
    RETURN_OF_A_PIECE {
      @Override
      CompletionStage<Transaction> of(
          ReversalService service, ChangeContext context, Transaction sale) {
        return service.returnTransaction(
            context, sale.key(), Optional.of(List.of(new ReturnEntry(1, 1))), List.of(cash("100")));
      }
    },
    VOID_OF_A_RETURN {
      @Override
      Transaction original(UseCaseFixture shop, Transaction sale) {
        return Await.result(RETURN_OF_A_PIECE.of(shop.reversals, by(TILL_9), sale));
      }

      @Override
      CompletionStage<Transaction> of(
          ReversalService service, ChangeContext context, Transaction back) {
        return service.voidTransaction(context, back.key(), List.of(cash("100")));
      }
    };

    Transaction original(UseCaseFixture shop, Transaction sale) {
      return sale;
    }

    abstract CompletionStage<Transaction> of(
        ReversalService service, ChangeContext context, Transaction original);
  }

  @ParameterizedTest
  @EnumSource
  void repeatedReversal_isAnsweredWithTheFirst(Kind kind) {
    Transaction original = kind.original(shop, sale(shop));
    Transaction first = Await.result(once(kind, TILL_9, original));

    assertThat(first.eventId()).isEqualTo(ID.value());
    assertThat(Await.result(once(kind, TILL_9, original))).isEqualTo(first);
    assertThat(shop.logged(TILL_9)).hasSize(1 + first.numbers().transactionNo() - 1);
  }

  @ParameterizedTest
  @EnumSource
  void reversalWhoseAnswerWasLost_isFound_evenAfterSignOff(Kind kind) {
    Transaction original = kind.original(shop, sale(shop));
    int before = shop.logged(TILL_9).size();
    faulty.failAtCall(2, Moment.AFTER);
    Await.failure(once(kind, TILL_9, original));
    assertThat(faulty.calls()).containsExactly("findLast", "append");

    Transaction found = Await.result(once(kind, UseCaseFixture.signedOut(TILL_9), original));
    assertThat(found.eventId()).isEqualTo(ID.value());
    assertThat(shop.logged(TILL_9)).hasSize(before + 1).startsWith(found);
  }

  @ParameterizedTest
  @EnumSource
  void twoAttemptsAtOnce_makeOneReversal(Kind kind) {
    Transaction original = kind.original(shop, sale(shop));
    int before = shop.logged(TILL_9).size();
    faulty.beforeNextAppend(() -> Await.result(once(kind, TILL_9, original)));

    Transaction answered = Await.result(once(kind, TILL_9, original));
    assertThat(shop.logged(TILL_9)).hasSize(before + 1).startsWith(answered);
  }

  @RepeatedTest(10)
  void manyAttemptsAtOnce_returnOnePiece() {
    UseCaseFixture plain =
        new UseCaseFixture(new InMemoryCartStore(), new InMemoryTransactionLog());
    Transaction sale = sale(plain);

    List<IssuedNumbers> answers =
        Race.of(
            8,
            i ->
                Await.result(Kind.RETURN_OF_A_PIECE.of(plain.reversals, by(TILL_9).once(ID), sale))
                    .numbers());

    assertThat(answers).containsOnly(new IssuedNumbers(2, 111_112));
    assertThat(plain.logged(TILL_9)).hasSize(2);
  }

  @Test
  void returnVoidedMeanwhile_isStillTheAnswer() {
    Transaction sale = sale(shop);
    Transaction back = Await.result(once(Kind.RETURN_OF_A_PIECE, TILL_10, sale));
    Await.result(shop.reversals.voidTransaction(by(TILL_10), back.key(), List.of(cash("100"))));

    assertThat(Await.result(once(Kind.RETURN_OF_A_PIECE, TILL_10, sale))).isEqualTo(back);
    assertThat(shop.logged(TILL_10))
        .extracting(Transaction::type)
        .containsExactly(TransactionType.VOID_RETURN, TransactionType.RETURN);
  }

  @Test
  void anotherReversal_isSubjectToTheRules() {
    Transaction sale = sale(shop);
    Await.result(once(Kind.RETURN_OF_A_PIECE, TILL_9, sale));

    assertThat(
            Await.result(Kind.RETURN_OF_A_PIECE.of(shop.reversals, by(TILL_9).once(OTHER), sale)))
        .extracting(back -> back.numbers().transactionNo())
        .isEqualTo(3);
    assertThat(
            UseCaseFixture.refused(Kind.VOID.of(shop.reversals, by(TILL_10).once(OTHER), sale))
                .refusal())
        .isEqualTo(Refusal.INVALID_INPUT);
    assertThat(
            UseCaseFixture.refused(
                    Kind.VOID.of(
                        shop.reversals,
                        by(UseCaseFixture.signedOut(TILL_9)).once(new ChangeId("a third")),
                        sale))
                .refusal())
        .isEqualTo(Refusal.STAFF_NOT_SIGNED_IN);
  }

  private CompletionStage<Transaction> once(Kind kind, Terminal caller, Transaction original) {
    return kind.of(shop.reversals, by(caller).once(ID), original);
  }

  private static Transaction sale(UseCaseFixture shop) {
    CartId id = shop.opened();
    Await.result(shop.carts.addItems(by(TILL_9), id, List.of(keyed("APPLE", 5))));
    Await.result(shop.carts.subtotal(by(TILL_9), id));
    Await.result(shop.carts.pay(by(TILL_9), id, List.of(cash("500"))));
    Await.result(shop.carts.bill(by(TILL_9), id));
    return shop.logged(TILL_9).get(0);
  }
}
