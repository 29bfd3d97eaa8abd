package dev.poscart.domain.usecase.cart;

import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.keyed;
import static dev.poscart.domain.fixtures.SaleTestData.yenOff;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_10;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static dev.poscart.domain.usecase.change.ChangeContext.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Customer;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.port.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Who may see and change a cart, and in which state. */
class CartAccessTest extends CartServiceFixture {

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
  void anotherTerminalOfTheStore_mayContinue_andOwnsTheSaleItCloses() {
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

  /** Every call that changes a cart, with valid input. */
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
