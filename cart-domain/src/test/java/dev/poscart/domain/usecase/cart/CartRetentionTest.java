package dev.poscart.domain.usecase.cart;

import static dev.poscart.domain.fixtures.CartTestData.idleCart;
import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static dev.poscart.domain.usecase.change.ChangeContext.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.FaultyStores;
import dev.poscart.domain.fixtures.FaultyStores.Moment;
import dev.poscart.domain.fixtures.TestClock;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.usecase.cart.CartRetention.Removed;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CartRetentionTest {

  private static final TerminalKey OTHER_TENANT = new TerminalKey("B9999", "5678", 9);

  private final TestClock clock = new TestClock(UseCaseFixture.CLOCK.instant());
  private final FaultyStores faulty = new FaultyStores(clock);
  private final UseCaseFixture shop = new UseCaseFixture(faulty.carts, faulty.log);
  private final CartRetention retention =
      new CartRetention(faulty.carts, UseCaseFixture.STORES, Duration.ofDays(90), clock);

  @Test
  void aCart_isKeptForTheWholeTime_andThenRemoved() {
    CartId cart = shop.withAnApple();

    clock.advance(Duration.ofDays(90));
    assertThat(run()).isEqualTo(new Removed(0, Optional.empty()));
    assertThat(shop.stored(cart).version()).isEqualTo(2);

    clock.advance(Duration.ofNanos(1_000));
    assertThat(run()).isEqualTo(new Removed(1, Optional.empty()));
    assertThat(UseCaseFixture.refused(shop.carts.get(TILL_9, cart)).refusal())
        .isEqualTo(Refusal.CART_NOT_FOUND);
  }

  @Test
  void aSaleWhoseCartIsRemoved_isNotMadeAgain_andIsReturnedLikeAnyOther() {
    CartId cart = shop.paid();
    Await.result(shop.carts.bill(by(TILL_9), cart));
    List<Transaction> sale = shop.logged(TILL_9);

    clock.advance(Duration.ofDays(91));
    assertThat(run()).isEqualTo(new Removed(1, Optional.empty()));

    assertThat(UseCaseFixture.refused(shop.carts.bill(by(TILL_9), cart)).refusal())
        .isEqualTo(Refusal.CART_NOT_FOUND);
    assertThat(UseCaseFixture.refused(shop.carts.cancel(by(TILL_9), cart)).refusal())
        .isEqualTo(Refusal.CART_NOT_FOUND);
    assertThat(shop.logged(TILL_9)).isEqualTo(sale);
    Await.result(
        shop.reversals.returnTransaction(
            by(TILL_9), sale.get(0).key(), Optional.empty(), List.of(cash("100"))));
    assertThat(shop.logged(TILL_9)).hasSize(2).containsAll(sale);
  }

  @Test
  void manyCartsOfAllTenants_areAllRemoved() {
    insert(250);
    Await.result(faulty.carts.insert(idleCart(OTHER_TENANT, "c0")).thenApply(done -> true));
    clock.advance(Duration.ofDays(91));

    assertThat(run()).isEqualTo(new Removed(251, Optional.empty()));
    assertThat(run()).isEqualTo(new Removed(0, Optional.empty()));
  }

  @Test
  void stop_waitsForOnlyOneBatch() {
    insert(250);
    clock.advance(Duration.ofDays(91));
    Iterator<Boolean> goOn = List.of(true, true, false).iterator();

    assertThat(Await.result(retention.run(goOn::next)))
        .isEqualTo(new Removed(100, Optional.empty()));
    assertThat(run()).isEqualTo(new Removed(150, Optional.empty()));
  }

  @Test
  void failureForOneTenant_isReported_andDoesNotDelayTheOthers() {
    insert(250);
    clock.advance(Duration.ofDays(91));
    faulty.failAtCall(1, Moment.BEFORE);

    Removed removed = run();

    assertThat(removed.carts()).isEqualTo(250);
    assertThat(removed.failure().orElseThrow()).hasCauseInstanceOf(PortException.class);
  }

  @Test
  void failureHalfway_stillReportsTheCartsRemoved() {
    insert(250);
    clock.advance(Duration.ofDays(91));
    faulty.failAtCall(3, Moment.BEFORE);

    Removed removed = run();

    assertThat(removed.carts()).isEqualTo(100);
    assertThat(removed.failure().orElseThrow()).hasCauseInstanceOf(PortException.class);
    assertThat(run()).isEqualTo(new Removed(150, Optional.empty()));
  }

  private Removed run() {
    return Await.result(retention.run(() -> true));
  }

  private void insert(int count) {
    for (int i = 0; i < count; i++) {
      Await.result(faulty.carts.insert(idleCart("c" + i)).thenApply(done -> true));
    }
  }
}
