package dev.poscart.domain.usecase.change;

import static dev.poscart.domain.fixtures.SaleTestData.keyed;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_10;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static dev.poscart.domain.usecase.change.ChangeContext.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.FaultyStores;
import dev.poscart.domain.fixtures.InMemoryCartStore;
import dev.poscart.domain.fixtures.InMemoryTransactionLog;
import dev.poscart.domain.fixtures.Race;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Closed;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RacingTest {

  private final FaultyStores faulty = new FaultyStores();
  private final UseCaseFixture staged = new UseCaseFixture(faulty.carts, faulty.log);
  private final UseCaseFixture shop =
      new UseCaseFixture(new InMemoryCartStore(), new InMemoryTransactionLog());

  @Test
  void addThatLosesTheRace_isAppliedToTheWinnersCart() {
    CartId id = staged.opened();
    faulty.beforeNextReplace(
        () -> Await.result(staged.carts.addItems(by(TILL_10), id, List.of(keyed("JUICE", 1)))));
    Cart cart =
        Await.result(staged.carts.addItems(by(TILL_9), id, List.of(keyed("APPLE", 1)))).value();

    assertThat(cart.lines().stream().map(line -> line.item().itemCode()).toList())
        .containsExactly("JUICE", "APPLE");
    assertThat(staged.stored(id).value()).isEqualTo(cart);
    assertThat(staged.stored(id).version()).isEqualTo(3);
  }

  @Test
  void addThatLosesAgainstASubtotal_isRefused() {
    CartId id = staged.withAnApple();
    faulty.beforeNextReplace(() -> Await.result(staged.carts.subtotal(by(TILL_9), id)));

    assertThat(
            UseCaseFixture.refused(
                    staged.carts.addItems(by(TILL_9), id, List.of(keyed("APPLE", 1))))
                .refusal())
        .isEqualTo(Refusal.INVALID_OPERATION);
    assertThat(staged.stored(id).value().lines()).hasSize(1);
  }

  @Test
  void changeThatKeepsLosing_givesUpWithAConflict() {
    CartId id = staged.opened();
    for (int i = 0; i < 64; i++) {
      faulty.beforeNextReplace(
          () -> Await.result(staged.carts.addItems(by(TILL_10), id, List.of(keyed("JUICE", 1)))));
      // The concurrent change's own replace is not intercepted.
      faulty.beforeNextReplace(() -> {});
    }

    assertThat(
            UseCaseFixture.refused(
                    staged.carts.addItems(by(TILL_9), id, List.of(keyed("APPLE", 1))))
                .refusal())
        .isEqualTo(Refusal.CONFLICT);
    assertThat(staged.stored(id).value().lines())
        .hasSize(64)
        .allMatch(line -> "JUICE".equals(line.item().itemCode()));
  }

  @Test
  void billThatLosesAgainstAnotherTill_isRefused() {
    CartId id = staged.paid();
    faulty.beforeNextReplace(() -> Await.result(staged.carts.bill(by(TILL_10), id)));

    assertThat(UseCaseFixture.refused(staged.carts.bill(by(TILL_9), id)).refusal())
        .isEqualTo(Refusal.INVALID_OPERATION);
    assertThat(staged.logged(TILL_9)).isEmpty();
    assertThat(staged.logged(TILL_10)).hasSize(1);
    assertThat(staged.stored(id).value().terminal()).isEqualTo(TILL_10.key());
  }

  @Test
  void billThatLosesAgainstResume_isRefused() {
    CartId id = staged.paid();
    faulty.beforeNextReplace(() -> Await.result(staged.carts.resume(by(TILL_9), id)));

    assertThat(UseCaseFixture.refused(staged.carts.bill(by(TILL_9), id)).refusal())
        .isEqualTo(Refusal.INVALID_OPERATION);
    assertThat(staged.logged(TILL_9)).isEmpty();
    assertThat(staged.stored(id).value().status()).isEqualTo(CartStatus.ENTERING_ITEM);
  }

  @Test
  void numberTakenByAnotherSale_isFollowedByTheNextOne() {
    CartId id = staged.paid();
    CartId other = staged.paid();
    faulty.beforeNextAppend(() -> Await.result(staged.carts.bill(by(TILL_9), other)));
    Cart billed = Await.result(staged.carts.bill(by(TILL_9), id)).value();

    assertThat(billed.closed().map(Closed::numbers)).contains(new IssuedNumbers(2, 111_112));
    assertThat(staged.stored(other).value().closed().map(Closed::numbers))
        .contains(new IssuedNumbers(1, 111_111));
  }

  @Test
  void closingFinishedByAnotherRequest_returnsItsNumbers() {
    CartId id = staged.paid();
    faulty.beforeNextAppend(() -> Await.result(staged.carts.get(TILL_10, id)));
    Cart billed = Await.result(staged.carts.bill(by(TILL_9), id)).value();

    assertThat(billed.closed().map(Closed::numbers)).contains(new IssuedNumbers(1, 111_111));
    assertThat(staged.logged(TILL_9)).hasSize(1);
    assertThat(staged.stored(id).value()).isEqualTo(billed);
  }

  @RepeatedTest(20)
  void fiveParallelAdds_areAllInTheCart() {
    CartId id = shop.opened();
    List<Cart> answers =
        Race.of(
            5,
            i ->
                Await.result(shop.carts.addItems(by(TILL_9), id, List.of(keyed("APPLE", i + 1))))
                    .value());
    Cart cart = shop.stored(id).value();

    assertThat(cart.lines().stream().map(LineItem::quantity).toList())
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    assertThat(cart.totalWithTax()).hasToString("1500");
    assertThat(answers.stream().map(answer -> answer.lines().size()).toList())
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
  }

  @RepeatedTest(20)
  void threeParallelBills_makeOneTransaction() {
    CartId id = shop.paid();
    List<IssuedNumbers> answered = bills(id, List.of(TILL_9, TILL_9, TILL_9));

    assertThat(answered).isNotEmpty().containsOnly(new IssuedNumbers(1, 111_111));
    assertThat(shop.logged(TILL_9)).hasSize(1);
    assertThat(shop.stored(id).value().status()).isEqualTo(CartStatus.COMPLETED);
  }

  @RepeatedTest(20)
  void twoTillsBillingOneCart_makeOneTransaction() {
    CartId id = shop.paid();
    List<IssuedNumbers> answered = bills(id, List.of(TILL_9, TILL_10));
    List<Transaction> all = new ArrayList<>(shop.logged(TILL_9));
    all.addAll(shop.logged(TILL_10));

    assertThat(answered).containsExactly(new IssuedNumbers(1, 111_111));
    assertThat(all).hasSize(1);
    assertThat(shop.stored(id).value().terminal()).isEqualTo(all.get(0).terminal());
  }

  @RepeatedTest(5)
  void parallelSalesOfOneTill_areNumberedWithoutGapsOrDuplicates() {
    List<CartId> ids = IntStream.range(0, 12).mapToObj(i -> shop.paid()).toList();
    List<Integer> numbers =
        Race.of(
            12,
            i ->
                Await.result(shop.carts.bill(by(TILL_9), ids.get(i)))
                    .value()
                    .closed()
                    .orElseThrow()
                    .numbers()
                    .transactionNo());

    assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  }

  /** The numbers of the bills that were answered; all others must be refused. */
  private List<IssuedNumbers> bills(CartId id, List<Terminal> tills) {
    List<List<IssuedNumbers>> answers =
        Race.of(
            tills.size(),
            i ->
                Await.result(
                    shop.carts
                        .bill(by(tills.get(i)), id)
                        .thenApply(cart -> List.of(cart.value().closed().orElseThrow().numbers()))
                        .exceptionally(
                            failure -> {
                              assertThat(failure).hasMessageContaining("Invalid event: BILL");
                              return List.of();
                            })));
    return answers.stream().flatMap(List::stream).toList();
  }
}
