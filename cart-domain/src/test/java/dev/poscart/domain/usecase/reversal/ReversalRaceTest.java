package dev.poscart.domain.usecase.reversal;

import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static dev.poscart.domain.usecase.change.ChangeContext.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.InMemoryCartStore;
import dev.poscart.domain.fixtures.InMemoryTransactionLog;
import dev.poscart.domain.fixtures.Race;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionStatus;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;
import org.junit.jupiter.api.RepeatedTest;

class ReversalRaceTest extends ReversalRaceFixture {

  private final UseCaseFixture shop =
      new UseCaseFixture(new InMemoryCartStore(), new InMemoryTransactionLog());

  @RepeatedTest(20)
  void d32_parallelVoids_makeExactlyOne() {
    Transaction sale = sale(shop, 3);

    List<Optional<Refusal>> outcomes =
        race(till -> shop.reversals.voidTransaction(by(TILL_9), sale.key(), List.of(cash("300"))));

    assertOneDone(outcomes, Refusal.ALREADY_VOIDED);
    assertThat(shop.logged(TILL_9)).hasSize(2);
  }

  @RepeatedTest(20)
  void d32_parallelReturnsAtManyTills_makeExactlyOne() {
    Transaction sale = sale(shop, 3);

    List<Optional<Refusal>> outcomes = race(till -> returnOf(shop, till(till), sale));

    assertOneDone(outcomes, Refusal.ALREADY_REFUNDED);
    assertThat(reversals(shop)).hasSize(1);
  }

  @RepeatedTest(20)
  void d32_voidsAndReturnsAtOnce_makeExactlyOneOfEither() {
    Transaction sale = sale(shop, 3);

    List<Optional<Refusal>> outcomes =
        race(
            till ->
                till % 2 == 0
                    ? returnOf(shop, till(till), sale)
                    : shop.reversals.voidTransaction(by(TILL_9), sale.key(), List.of(cash("300"))));

    assertThat(outcomes).containsOnlyOnce(Optional.empty());
    assertThat(outcomes)
        .containsAnyOf(Optional.of(Refusal.ALREADY_VOIDED), Optional.of(Refusal.ALREADY_REFUNDED))
        .doesNotContain(Optional.of(Refusal.CONFLICT));
    assertThat(reversals(shop).size() + shop.logged(TILL_9).size()).isEqualTo(2);
  }

  @RepeatedTest(20)
  void piecesReturnedAtManyTills_neverExceedThePiecesSold() {
    Transaction sale = sale(shop, 5);

    List<Optional<Refusal>> outcomes = race(till -> pieceOf(shop, till(till), sale));

    assertThat(Collections.frequency(outcomes, Optional.<Refusal>empty())).isEqualTo(5);
    assertThat(outcomes)
        .isSubsetOf(
            Optional.empty(),
            Optional.of(Refusal.INVALID_VALUE),
            Optional.of(Refusal.ALREADY_REFUNDED));
    assertThat(reversals(shop))
        .extracting(back -> back.sales().totalWithTax())
        .containsOnly(Money.of(100))
        .hasSize(5);
    assertThat(status(shop, sale)).isEqualTo(new TransactionStatus(false, true));
  }

  @RepeatedTest(5)
  void concurrentReturnsAndTheirVoids_leaveAConsistentHistory() {
    Transaction sale = sale(shop, 3);

    List<Integer> kept =
        Race.of(
            TILLS,
            i -> {
              int open = 0;
              for (int round = 0; round < 5; round++) {
                Optional<Transaction> back = done(pieceOf(shop, till(i), sale));
                open += back.isPresent() ? 1 : 0;
                if (back.isPresent() && round % 2 == 0) {
                  Transaction own = back.orElseThrow();
                  Await.result(
                      shop.reversals.voidTransaction(by(till(i)), own.key(), List.of(cash("100"))));
                  open--;
                }
              }
              return open;
            });

    int open = kept.stream().mapToInt(Integer::intValue).sum();
    assertThat(open).isBetween(0, 3);
    assertThat(status(shop, sale).refunded()).isEqualTo(open == 3);
    for (int piece = open; piece < 3; piece++) {
      Await.result(pieceOf(shop, TILL_9, sale));
    }
    assertThat(status(shop, sale).refunded()).isTrue();
  }

  /** How each of eight racing calls was refused; empty: it was done. */
  private static List<Optional<Refusal>> race(IntFunction<CompletionStage<Transaction>> call) {
    return Race.of(
        TILLS,
        i ->
            Await.result(
                call.apply(i)
                    .thenApply(done -> Optional.<Refusal>empty())
                    .exceptionally(failure -> Optional.of(refused(failure).refusal()))));
  }

  private static Optional<Transaction> done(CompletionStage<Transaction> call) {
    return Await.result(
        call.thenApply(Optional::of)
            .exceptionally(
                failure -> {
                  assertThat(refused(failure).refusal())
                      .isIn(Refusal.INVALID_VALUE, Refusal.ALREADY_REFUNDED);
                  return Optional.empty();
                }));
  }

  private static void assertOneDone(List<Optional<Refusal>> outcomes, Refusal others) {
    assertThat(outcomes).containsOnlyOnce(Optional.empty());
    assertThat(outcomes).containsOnly(Optional.empty(), Optional.of(others));
  }

  private static TransactionStatus status(UseCaseFixture at, Transaction of) {
    return Await.result(at.transactions.find(TILL_9, of.key())).status();
  }
}
