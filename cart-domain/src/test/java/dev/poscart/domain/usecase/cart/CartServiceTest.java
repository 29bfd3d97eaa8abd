package dev.poscart.domain.usecase.cart;

import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.keyed;
import static dev.poscart.domain.fixtures.SaleTestData.percentOff;
import static dev.poscart.domain.fixtures.SaleTestData.yenOff;
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
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CartServiceTest extends CartServiceFixture {

  @Test
  void newCart_isIdle_andBelongsToItsTerminal() {
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
  void failureOfTheItemMaster_isPassedOn_andSavesNothing() {
    CartId id = shop.opened();
    PortException failure =
        new PortException("item-master", PortException.Category.UNAVAILABLE, "down");
    shop.master.fail(failure);

    assertThat(Await.failure(shop.carts.addItems(by(TILL_9), id, List.of(keyed("APPLE", 1)))))
        .isSameAs(failure);
    assertThat(shop.stored(id).version()).isEqualTo(1);
  }

  @Test
  void itemMaster_isAskedOnceForAllUnknownCodes() {
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
  void blankCode_isAnUnknownItem_withoutALookUp() {
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
  void itemMaster_isNotAsked_ifTheStateForbidsItems() {
    CartId id = shop.paid();

    assertThat(
            UseCaseFixture.refused(shop.carts.addItems(by(TILL_9), id, List.of(keyed("JUICE", 1))))
                .detail())
        .isEqualTo("Invalid event: ADD_ITEMS for state: PAYING");
    assertThat(shop.master.calls()).containsExactly(Set.of("APPLE"));
  }

  @Test
  void malformedInput_isRefusedBeforeTheCartIsRead() {
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
  void businessRules_areCheckedAfterTheCartWasFound() {
    assertThat(
            UseCaseFixture.refused(
                    shop.carts.discountLine(by(TILL_9), UNKNOWN, 1, List.of(percentOff("101"))))
                .refusal())
        .isEqualTo(Refusal.CART_NOT_FOUND);
  }

  @Test
  void refusedChange_leavesTheStoredCartUnchanged() {
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
  void emptyChange_createsNoNewVersion() {
    CartId id = shop.withAnApple();

    assertThat(Await.result(shop.carts.changeQuantity(by(TILL_9), id, 1, 1)).version())
        .isEqualTo(2);
    assertThat(shop.stored(id).version()).isEqualTo(2);
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
  void cancelledCart_hasItsOwnNumbers() {
    CartId id = shop.opened();
    Cart cancelled = Await.result(shop.carts.cancel(by(TILL_9), id)).value();

    assertThat(cancelled.status()).isEqualTo(CartStatus.CANCELLED);
    assertThat(cancelled.closed().orElseThrow().numbers().transactionNo()).isEqualTo(1);
    assertThat(shop.logged(TILL_9).get(0).sales().cancelled()).isTrue();
  }
}
