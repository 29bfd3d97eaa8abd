package dev.poscart.domain.usecase.change;

import static dev.poscart.domain.fixtures.SaleTestData.keyed;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_10;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static dev.poscart.domain.usecase.change.ChangeContext.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.FaultyStores.Moment;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.Customer;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A change with an id is made once, whatever the outcome of its attempts. */
class IdempotentChangeTest extends IdempotentChangeFixture {

  @ParameterizedTest
  @EnumSource
  void repeatedChange_isAnsweredWithTheCurrentCart_andChangesNothing(Change change) {
    CartId id = shop.withAnApple();
    Versioned<Cart> first = Await.result(once(change, id));

    assertThat(first.version()).isEqualTo(3);
    assertThat(first.value().changes()).containsExactly(ID);
    assertThat(Await.result(once(change, id))).isEqualTo(first);
    assertThat(shop.stored(id)).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource
  void changeWhoseAnswerWasLost_isNotMadeAgain(Change change) {
    CartId id = shop.withAnApple();
    faulty.failAtCall(2, Moment.AFTER);
    assertThat(Await.failure(once(change, id))).isInstanceOf(PortException.class);
    assertThat(faulty.calls()).containsExactly("find", "replace");

    assertThat(Await.result(once(change, id))).isEqualTo(shop.stored(id));
    assertThat(shop.stored(id).version()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void twoAttemptsAtOnce_makeOneChange(Change change) {
    CartId id = shop.withAnApple();
    faulty.beforeNextReplace(() -> Await.result(once(change, id)));

    assertThat(Await.result(once(change, id)).version()).isEqualTo(3);
    assertThat(shop.stored(id).version()).isEqualTo(3);
  }

  @Test
  void changeWithoutEffect_isMadeByTheNextAttempt() {
    CartId id = shop.withAnApple();
    faulty.failAtCall(2, Moment.BEFORE);
    Await.failure(once(Change.ADD_ITEMS, id));

    assertThat(Await.result(once(Change.ADD_ITEMS, id)).value().lines()).hasSize(2);
  }

  @Test
  void doneChange_isNotRefused_becauseOfItsOwnVersion_orAfterSignOff() {
    CartId id = shop.withAnApple();
    Precondition version2 = Precondition.oneOf(Set.of(2L));
    Await.result(
        shop.carts.addItems(by(TILL_9).once(ID).onlyIf(version2), id, List.of(keyed("JUICE", 1))));

    Versioned<Cart> again =
        Await.result(
            shop.carts.addItems(
                by(UseCaseFixture.signedOut(TILL_9)).once(ID).onlyIf(version2),
                id,
                List.of(keyed("JUICE", 1))));
    assertThat(again.version()).isEqualTo(3);
  }

  @Test
  void laterChangesOfOthers_doNotHideAChange() {
    CartId id = shop.withAnApple();
    Await.result(once(Change.ADD_ITEMS, id));
    for (int i = 1; i < Cart.MAX_CHANGES; i++) {
      ChangeId another = new ChangeId("another-" + i);
      Await.result(shop.carts.changeQuantity(by(TILL_10).once(another), id, 1, 10 + i));
    }

    assertThat(Await.result(once(Change.ADD_ITEMS, id)).value().lines()).hasSize(2);
    assertThat(shop.stored(id).value().changes()).hasSize(16).startsWith(ID);

    Await.result(shop.carts.changeQuantity(by(TILL_10).once(OTHER), id, 1, 5));
    assertThat(shop.stored(id).value().changes()).hasSize(16).endsWith(OTHER).doesNotContain(ID);
  }

  @Test
  void refusedChange_leavesNoTrace_andIsMadeOnceItIsPossible() {
    CartId id = shop.opened();
    assertThat(UseCaseFixture.refused(once(Change.SUBTOTAL, id)).refusal())
        .isEqualTo(Refusal.INVALID_OPERATION);
    Await.result(shop.carts.addItems(by(TILL_9), id, List.of(keyed("APPLE", 1))));

    assertThat(Await.result(once(Change.SUBTOTAL, id)).value().status())
        .isEqualTo(CartStatus.PAYING);
  }

  @Test
  void retrievedCart_isRetrievedOnce() {
    CartId id = shop.withAnApple();
    Await.result(shop.parking.park(by(TILL_9), id, Optional.empty()));
    Await.result(shop.parking.retrieve(by(TILL_10).once(ID), id));

    assertThat(Await.result(shop.parking.retrieve(by(TILL_10).once(ID), id)).version())
        .isEqualTo(4);
    assertThat(UseCaseFixture.refused(shop.parking.retrieve(by(TILL_9).once(OTHER), id)).refusal())
        .isEqualTo(Refusal.INVALID_OPERATION);
  }

  @Test
  void newCart_hasTheIdOfTheChange() {
    assertThat(Await.result(create(ID))).isEqualTo(new CartId(ID.value()));
    assertThat(Await.result(create(ID))).isEqualTo(new CartId(ID.value()));
    assertThat(Await.result(create(OTHER))).isEqualTo(new CartId(OTHER.value()));
  }

  @Test
  void unconfirmedNewCart_isLookedUp() {
    faulty.failAtCall(1, Moment.AFTER);

    assertThat(Await.result(create(ID))).isEqualTo(new CartId(ID.value()));
    assertThat(faulty.calls()).containsExactly("insert", "find");
  }

  @Test
  void cartMadeEarlier_isFound_evenIfTheTillCouldNotMakeOneNow() {
    Await.result(create(ID));

    assertThat(
            Await.result(
                shop.carts.create(
                    by(UseCaseFixture.signedOut(TILL_9)).once(ID),
                    Optional.empty(),
                    Customer.UNKNOWN)))
        .isEqualTo(new CartId(ID.value()));
    assertThat(
            UseCaseFixture.refused(
                    shop.carts.create(
                        by(UseCaseFixture.signedOut(TILL_9)).once(OTHER),
                        Optional.empty(),
                        Customer.UNKNOWN))
                .refusal())
        .isEqualTo(Refusal.STAFF_NOT_SIGNED_IN);
  }

  private CompletionStage<CartId> create(ChangeId change) {
    return shop.carts.create(by(TILL_9).once(change), Optional.empty(), Customer.UNKNOWN);
  }
}
