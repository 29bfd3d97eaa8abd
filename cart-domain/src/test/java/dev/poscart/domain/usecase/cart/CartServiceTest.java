package dev.poscart.domain.usecase.cart;

import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.keyed;
import static dev.poscart.domain.fixtures.SaleTestData.percentOff;
import static dev.poscart.domain.fixtures.SaleTestData.yenOff;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_10;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static dev.poscart.domain.usecase.change.ChangeContext.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.FaultyStores;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Customer;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CartServiceTest {

  private static final CartId UNKNOWN = new CartId("no-such-cart");

  private final FaultyStores faulty = new FaultyStores();
  private final UseCaseFixture shop = new UseCaseFixture(faulty.carts, faulty.log);

  @Test
  void newCart_isIdleAndOfItsTerminal() {
    Customer customer = new Customer(Optional.of("U1"), Optional.of("客"));
    CartId id = Await.result(shop.carts.create(by(TILL_9), Optional.of(101), customer));
    Versioned<Cart> stored = shop.stored(id);

    assertThat(stored.version()).isEqualTo(1);
    assertThat(stored.value().status()).isEqualTo(CartStatus.IDLE);
    assertThat(stored.value().terminal()).isEqualTo(TILL_9.key());
    assertThat(stored.value().storeName()).isEqualTo("テスト店");
    assertThat(stored.value().businessDate()).isEqualTo("20251123");
    assertThat(stored.value().customer()).isEqualTo(customer);
    assertThat(stored.value().createdAt()).hasToString("2026-11-23T18:27:02.838957+09:00");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 100, 102, 201, 202, 301, Integer.MAX_VALUE})
  void cartOfAnotherTransactionType_isInvalidInput(int type) {
    assertThat(
            UseCaseFixture.refused(
                    shop.carts.create(by(TILL_9), Optional.of(type), Customer.UNKNOWN))
                .refusal())
        .isEqualTo(Refusal.INVALID_INPUT);
  }

  @Test
  void creating_checksTypeThenTerminalThenStaff() {
    Terminal closed = withStatus(UseCaseFixture.signedOut(TILL_9), Terminal.Status.CLOSED);

    assertThat(
            UseCaseFixture.refused(
                    shop.carts.create(by(closed), Optional.of(102), Customer.UNKNOWN))
                .refusal())
        .isEqualTo(Refusal.INVALID_INPUT);
    assertThat(
            UseCaseFixture.refused(
                    shop.carts.create(by(closed), Optional.empty(), Customer.UNKNOWN))
                .refusal())
        .isEqualTo(Refusal.TERMINAL_NOT_OPENED);
    assertThat(
            UseCaseFixture.refused(
                    shop.carts.create(
                        by(withStatus(TILL_9, Terminal.Status.IDLE)),
                        Optional.empty(),
                        Customer.UNKNOWN))
                .refusal())
        .isEqualTo(Refusal.TERMINAL_NOT_OPENED);
    assertThat(
            UseCaseFixture.refused(
                    shop.carts.create(
                        by(UseCaseFixture.signedOut(TILL_9)), Optional.empty(), Customer.UNKNOWN))
                .refusal())
        .isEqualTo(Refusal.STAFF_NOT_SIGNED_IN);
    assertThat(faulty.calls()).isEmpty();
  }

  @Test
  void oneUnknownCode_savesNothing() {
    CartId id = shop.opened();

    assertThat(
            UseCaseFixture.refused(
                    shop.carts.addItems(by(TILL_9), id, List.of(keyed("APPLE", 1), keyed("?", 1))))
                .refusal())
        .isEqualTo(Refusal.ITEM_NOT_FOUND);
    assertThat(shop.stored(id).version()).isEqualTo(1);
    assertThat(shop.stored(id).value().lines()).isEmpty();
  }

  @Test
  void failureOfTheMaster_isPassedOnAndSavesNothing() {
    CartId id = shop.opened();
    PortException failure =
        new PortException("item-master", PortException.Category.UNAVAILABLE, "down");
    shop.master.fail(failure);

    assertThat(Await.failure(shop.carts.addItems(by(TILL_9), id, List.of(keyed("APPLE", 1)))))
        .isSameAs(failure);
    assertThat(shop.stored(id).version()).isEqualTo(1);
  }

  @Test
  void master_isAskedOnceForAllUnknownCodesAndNeverAgain() {
    CartId id = shop.opened();
    Await.result(
        shop.carts.addItems(
            by(TILL_9), id, List.of(keyed("APPLE", 1), keyed("JUICE", 1), keyed("APPLE", 2))));
    Await.result(shop.carts.addItems(by(TILL_9), id, List.of(keyed("APPLE", 1))));
    Await.result(
        shop.carts.addItems(by(TILL_9), id, List.of(keyed("STAMP", 1), keyed("JUICE", 1))));

    assertThat(shop.master.calls()).containsExactly(Set.of("APPLE", "JUICE"), Set.of("STAMP"));
  }

  @Test
  void blankCode_isNoItemAndTheMasterIsNotAsked() {
    CartId id = shop.opened();

    assertThat(
            UseCaseFixture.refused(shop.carts.addItems(by(TILL_9), id, List.of(keyed(" ", 1))))
                .refusal())
        .isEqualTo(Refusal.ITEM_NOT_FOUND);
    assertThat(
            UseCaseFixture.refused(shop.carts.addItems(by(TILL_9), UNKNOWN, List.of(keyed("", 1))))
                .refusal())
        .isEqualTo(Refusal.CART_NOT_FOUND);
    assertThat(shop.master.calls()).isEmpty();
  }

  @Test
  void masterIsNotAsked_whenTheStateForbidsItems() {
    CartId id = shop.paid();

    assertThat(
            UseCaseFixture.refused(shop.carts.addItems(by(TILL_9), id, List.of(keyed("JUICE", 1))))
                .detail())
        .isEqualTo("Invalid event: ADD_ITEMS for state: PAYING");
    assertThat(shop.master.calls()).containsExactly(Set.of("APPLE"));
  }

  @Test
  void cartOfAnotherTenantOrStore_isNotFound() {
    CartId id = shop.paid();
    for (Terminal stranger :
        List.of(UseCaseFixture.till("B9999", "5678", 9), UseCaseFixture.till("A1234", "9999", 9))) {
      assertThat(changes(stranger, id))
          .allSatisfy(
              call ->
                  assertThat(UseCaseFixture.refused(call).refusal())
                      .isEqualTo(Refusal.CART_NOT_FOUND));
      assertThat(UseCaseFixture.refused(shop.carts.get(stranger, id)).refusal())
          .isEqualTo(Refusal.CART_NOT_FOUND);
    }
    assertThat(shop.stored(id).value().status()).isEqualTo(CartStatus.PAYING);
  }

  @Test
  void anotherTillOfTheStore_carriesOnAndOwnsTheSaleItCloses() {
    CartId id = shop.withAnApple();
    Await.result(shop.carts.subtotal(by(TILL_10), id));
    Await.result(shop.carts.pay(by(TILL_10), id, List.of(cash("100"))));
    Await.result(shop.carts.bill(by(TILL_10), id));

    assertThat(shop.logged(TILL_10)).hasSize(1);
    assertThat(shop.logged(TILL_9)).isEmpty();
  }

  @Test
  void signedOutStaff_mayReadButNotChange() {
    CartId id = shop.paid();
    Versioned<Cart> before = shop.stored(id);
    Terminal signedOut = UseCaseFixture.signedOut(TILL_9);

    assertThat(Await.result(shop.carts.get(signedOut, id))).isEqualTo(before);
    assertThat(changes(signedOut, id))
        .allSatisfy(
            call ->
                assertThat(UseCaseFixture.refused(call).refusal())
                    .isEqualTo(Refusal.STAFF_NOT_SIGNED_IN));
    assertThat(shop.stored(id)).isEqualTo(before);
  }

  @Test
  void unknownCart_isNotFound() {
    assertThat(changes(TILL_9, UNKNOWN))
        .hasSize(11)
        .allSatisfy(
            call ->
                assertThat(UseCaseFixture.refused(call).refusal())
                    .isEqualTo(Refusal.CART_NOT_FOUND));
    assertThat(UseCaseFixture.refused(shop.carts.get(TILL_9, UNKNOWN)).refusal())
        .isEqualTo(Refusal.CART_NOT_FOUND);
  }

  @Test
  void malformedInput_isRefusedBeforeTheCartIsLookedFor() {
    assertThat(
            List.of(
                shop.carts.addItems(by(TILL_9), UNKNOWN, List.of(keyed("APPLE", 0))),
                shop.carts.changeQuantity(by(TILL_9), UNKNOWN, 1, 10_000),
                shop.carts.changeUnitPrice(by(TILL_9), UNKNOWN, 1, Money.of(-1)),
                shop.carts.discountLine(by(TILL_9), UNKNOWN, 1, List.of(yenOff("-1"))),
                shop.carts.discountSubtotal(by(TILL_9), UNKNOWN, List.of(yenOff("-1"))),
                shop.carts.pay(by(TILL_9), UNKNOWN, List.of(cash("0")))))
        .allSatisfy(
            call ->
                assertThat(UseCaseFixture.refused(call).refusal())
                    .isEqualTo(Refusal.INVALID_INPUT));
  }

  @Test
  void ruleOfTheSale_isLookedAtAfterTheCartWasFound() {
    assertThat(
            UseCaseFixture.refused(
                    shop.carts.discountLine(by(TILL_9), UNKNOWN, 1, List.of(percentOff("101"))))
                .refusal())
        .isEqualTo(Refusal.CART_NOT_FOUND);
  }

  @Test
  void refusedChange_leavesTheStoredCartAsItWas() {
    CartId id = shop.withAnApple();
    Versioned<Cart> before = shop.stored(id);

    UseCaseFixture.refused(
        shop.carts.discountLine(by(TILL_9), id, 1, List.of(yenOff("60"), yenOff("60"))));
    UseCaseFixture.refused(
        shop.carts.pay(by(TILL_9), id, List.of(cash("50"), cash("50"), cash("1"))));
    UseCaseFixture.refused(shop.carts.changeQuantity(by(TILL_9), id, 2, 1));
    assertThat(shop.stored(id)).isEqualTo(before);
  }

  @Test
  void changeOfNothing_makesNoNewVersion() {
    CartId id = shop.withAnApple();

    assertThat(Await.result(shop.carts.changeQuantity(by(TILL_9), id, 1, 1)).version())
        .isEqualTo(2);
    assertThat(shop.stored(id).version()).isEqualTo(2);
  }

  @Test
  void completedCart_canOnlyBeRead() {
    CartId id = shop.paid();
    Versioned<Cart> billed = Await.result(shop.carts.bill(by(TILL_9), id));

    assertThat(changes(TILL_9, id))
        .allSatisfy(
            call ->
                assertThat(UseCaseFixture.refused(call).refusal())
                    .isEqualTo(Refusal.INVALID_OPERATION));
    assertThat(shop.stored(id)).isEqualTo(billed);
    assertThat(shop.logged(TILL_9)).hasSize(1);
  }

  @Test
  void billWhenBalanceIsLeft_takesNoNumber() {
    CartId id = shop.withAnApple();
    Await.result(shop.carts.subtotal(by(TILL_9), id));

    assertThat(UseCaseFixture.refused(shop.carts.bill(by(TILL_9), id)).refusal())
        .isEqualTo(Refusal.BALANCE_LEFT);
    assertThat(shop.logged(TILL_9)).isEmpty();
    assertThat(shop.stored(id).value().closing()).isEmpty();
  }

  @Test
  void cancelledCart_hasNumbersOfItsOwn() {
    CartId id = shop.opened();
    Cart cancelled = Await.result(shop.carts.cancel(by(TILL_9), id)).value();

    assertThat(cancelled.status()).isEqualTo(CartStatus.CANCELLED);
    assertThat(cancelled.closed().orElseThrow().numbers().transactionNo()).isEqualTo(1);
    assertThat(shop.logged(TILL_9).get(0).sales().cancelled()).isTrue();
  }

  /** Every call that changes a cart, with input that is fine in itself. */
  private List<CompletionStage<Versioned<Cart>>> changes(Terminal terminal, CartId id) {
    return List.of(
        shop.carts.addItems(by(terminal), id, List.of(keyed("APPLE", 1))),
        shop.carts.changeQuantity(by(terminal), id, 1, 2),
        shop.carts.changeUnitPrice(by(terminal), id, 1, Money.of(50)),
        shop.carts.cancelLine(by(terminal), id, 1),
        shop.carts.discountLine(by(terminal), id, 1, List.of(yenOff("1"))),
        shop.carts.subtotal(by(terminal), id),
        shop.carts.discountSubtotal(by(terminal), id, List.of(yenOff("1"))),
        shop.carts.pay(by(terminal), id, List.of(cash("1"))),
        shop.carts.resume(by(terminal), id),
        shop.carts.bill(by(terminal), id),
        shop.carts.cancel(by(terminal), id));
  }

  private static Terminal withStatus(Terminal till, Terminal.Status status) {
    return till.withStatus(status);
  }
}
