package dev.poscart.domain.usecase.change;

import static dev.poscart.domain.fixtures.Await.result;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_10;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static dev.poscart.domain.fixtures.UseCaseFixture.refused;
import static dev.poscart.domain.fixtures.UseCaseFixture.till;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.InMemoryCartStore;
import dev.poscart.domain.fixtures.InMemoryTransactionLog;
import dev.poscart.domain.fixtures.Race;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.PredecessorCarts;
import dev.poscart.domain.port.PredecessorCarts.Copy;
import dev.poscart.domain.port.Versioned;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class CartTakeoverTest {

  private static final CartId ID = new CartId("35571369-9cde-4e91-9b07-6805d51cf531");
  private static final Cart CART = CartTestData.cartWithLines(ID.value(), 2);

  /** A place that keeps carts of the predecessor. */
  private static final class Place implements PredecessorCarts {

    final ConcurrentMap<CartId, Copy> copies = new ConcurrentHashMap<>();
    final AtomicInteger asked = new AtomicInteger();
    volatile boolean down;
    volatile boolean logged;

    @Override
    public CompletionStage<Optional<Copy>> find(String tenantId, CartId id) {
      asked.incrementAndGet();
      return down
          ? CompletableFuture.failedFuture(new PortException("place", Category.UNAVAILABLE, "down"))
          : CompletableFuture.completedFuture(Optional.ofNullable(copies.get(id)));
    }

    @Override
    public CompletionStage<Boolean> hasClosed(Cart cart) {
      return CompletableFuture.completedFuture(logged);
    }

    @Override
    public CompletionStage<Void> remove(CartId id) {
      copies.remove(id);
      return CompletableFuture.completedFuture(null);
    }
  }

  private final Place first = new Place();
  private final Place second = new Place();
  private final InMemoryCartStore store = new InMemoryCartStore();
  private final InMemoryTransactionLog log = new InMemoryTransactionLog();
  private final CartRepository carts = process();

  @Test
  void unknownCartThatIsOpenAtThePredecessor_isTakenOver_andRemovedThere() {
    first.copies.put(ID, new Copy.Open(CART));

    assertThat(result(carts.find(TILL_10, ID))).isEqualTo(new Versioned<>(CART, 1));
    assertThat(first.copies).isEmpty();
    assertThat(result(carts.find(TILL_9, ID))).isEqualTo(new Versioned<>(CART, 1));
    assertThat(first.asked).hasValue(1);
  }

  @RepeatedTest(50)
  void cartThatManyProcessesFindAtOnce_isStoredOnce_andFoundByAll() {
    first.copies.put(ID, new Copy.Open(CART));

    List<Versioned<Cart>> found = Race.of(4, i -> result(process().find(TILL_9, ID)));

    assertThat(new HashSet<>(found)).containsExactly(new Versioned<>(CART, 1));
    assertThat(store.writes()).isEqualTo(1);
  }

  @Test
  void copyThatWasLeftBehind_isNotTakenOver_ifTheCartIsClosedElsewhere() {
    first.copies.put(ID, new Copy.Closed());
    second.copies.put(ID, new Copy.Open(CART));
    isNotFound();

    first.copies.put(ID, new Copy.Open(CART));
    second.copies.put(ID, new Copy.Closed());
    isNotFound();
  }

  @Test
  void cartWhoseTransactionIsLogged_isNotTakenOver() {
    first.copies.put(ID, new Copy.Open(CART));
    second.logged = true;
    isNotFound();

    second.logged = false;
    result(log.append(TransactionTestData.sale().no(1).claim(Transaction.claimOf(ID)).makeAt(1)));
    isNotFound();
  }

  @Test
  void cartOfAnotherStoreOrTenant_isNotFound_andStaysWhereItIs() {
    first.copies.put(ID, new Copy.Open(CART));

    assertThat(refused(carts.find(till("A1234", "9999", 9), ID)).refusal())
        .isEqualTo(Refusal.CART_NOT_FOUND);
    assertThat(refused(carts.find(till("B1234", "5678", 9), ID)).refusal())
        .isEqualTo(Refusal.CART_NOT_FOUND);
    assertThat(first.copies).containsKey(ID);
    assertThat(store.writes()).isZero();
  }

  @Test
  void placeThatDoesNotAnswer_isAFailure_evenIfAnotherOneHasTheCart() {
    first.copies.put(ID, new Copy.Open(CART));
    second.down = true;

    assertThat(Await.portFailure(carts.find(TILL_9, ID)).category())
        .isEqualTo(Category.UNAVAILABLE);
    assertThat(store.writes()).isZero();
  }

  @Test
  void idThatThePredecessorNeverGives_isNotAskedFor() {
    assertThat(refused(carts.find(TILL_9, new CartId("../secrets"))).refusal())
        .isEqualTo(Refusal.CART_NOT_FOUND);
    assertThat(first.asked).hasValue(0);
  }

  private void isNotFound() {
    assertThat(refused(carts.find(TILL_9, ID)).refusal()).isEqualTo(Refusal.CART_NOT_FOUND);
    assertThat(store.writes()).isZero();
  }

  private CartRepository process() {
    return new CartRepository(
        store, CartCache.NONE, Optional.of(new CartTakeover(List.of(first, second), log)));
  }
}
