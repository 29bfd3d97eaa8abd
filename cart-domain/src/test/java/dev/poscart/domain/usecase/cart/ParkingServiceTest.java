package dev.poscart.domain.usecase.cart;

import static dev.poscart.domain.fixtures.SaleTestData.keyed;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_10;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static dev.poscart.domain.usecase.change.ChangeContext.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.FaultyStores;
import dev.poscart.domain.fixtures.Race;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Parking;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.sale.Tender;
import dev.poscart.domain.usecase.change.ChangeContext;
import dev.poscart.domain.usecase.change.Precondition;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ParkingServiceTest {

  private static final Terminal ELSEWHERE = UseCaseFixture.till("A1234", "9999", 9);

  private final FaultyStores faulty = new FaultyStores();
  private final UseCaseFixture shop = new UseCaseFixture(faulty.carts, faulty.log);

  @Test
  void parkedCart_recordsStaffTerminalTimeAndNote_andStaysInItemEntry() {
    CartId id = parked();
    Cart cart = shop.stored(id).value();

    assertThat(cart.parked())
        .contains(
            new Parking(
                TILL_9.key(),
                TILL_9.staff().orElseThrow(),
                OffsetDateTime.parse("2026-11-23T18:27:02.838957+09:00"),
                Optional.of("tray 4")));
    assertThat(cart.status()).isEqualTo(CartStatus.ENTERING_ITEM);
    assertThat(listed(TILL_10)).containsExactly(id);
    assertThat(listed(ELSEWHERE)).isEmpty();
  }

  @Test
  void parking_withoutLiveLine_orWithTenders_isRefused() {
    CartId empty = shop.opened();
    CartId cancelled = shop.withAnApple();
    Await.result(shop.carts.cancelLine(by(TILL_9), cancelled, 1));
    CartId tendered = shop.withAnApple();
    Tender tender = new Tender("01", Money.of(10), Optional.empty());
    Await.result(shop.carts.pay(by(TILL_9), tendered, List.of(tender)));

    for (CartId id : List.of(empty, cancelled, tendered, shop.paid())) {
      assertThat(
              UseCaseFixture.refused(shop.parking.park(by(TILL_9), id, Optional.empty())).refusal())
          .isEqualTo(Refusal.INVALID_OPERATION);
    }
    assertThat(listed(TILL_9)).isEmpty();
  }

  @Test
  void parkedCart_refusesItems() {
    CartId id = parked();

    assertThat(
            UseCaseFixture.refused(shop.carts.addItems(by(TILL_9), id, List.of(keyed("JUICE", 1))))
                .detail())
        .isEqualTo("Invalid event: ADD_ITEMS for state: PARKED");
  }

  @Test
  void retrievedCart_belongsToTheTerminalThatRetrievedIt_andSellsThere() {
    CartId id = parked();
    Cart retrieved = Await.result(shop.parking.retrieve(by(TILL_10), id)).value();

    assertThat(retrieved.terminal()).isEqualTo(TILL_10.key());
    assertThat(retrieved.parked()).isEmpty();
    assertThat(listed(TILL_9)).isEmpty();
    Await.result(shop.carts.addItems(by(TILL_10), id, List.of(keyed("JUICE", 1))));
    assertThat(shop.stored(id).value().totalQuantity()).isEqualTo(2);
  }

  @Test
  void retrieving_aCartThatIsNotParked_isRefused() {
    assertThat(
            UseCaseFixture.refused(shop.parking.retrieve(by(TILL_9), shop.withAnApple())).refusal())
        .isEqualTo(Refusal.INVALID_OPERATION);
    assertThat(UseCaseFixture.refused(shop.parking.retrieve(by(ELSEWHERE), parked())).refusal())
        .isEqualTo(Refusal.CART_NOT_FOUND);
  }

  @Test
  void cancelledWhileParked_isLogged_andOffTheList() {
    CartId id = parked();
    Cart cancelled = Await.result(shop.carts.cancel(by(TILL_10), id)).value();

    assertThat(cancelled.status()).isEqualTo(CartStatus.CANCELLED);
    assertThat(cancelled.parked()).isEmpty();
    assertThat(listed(TILL_9)).isEmpty();
    assertThat(shop.logged(TILL_10)).hasSize(1);
  }

  @Test
  void retrieveThatLosesTheRace_isRefused() {
    CartId id = parked();
    faulty.beforeNextReplace(() -> Await.result(shop.parking.retrieve(by(TILL_10), id)));

    assertThat(UseCaseFixture.refused(shop.parking.retrieve(by(TILL_9), id)).refusal())
        .isEqualTo(Refusal.INVALID_OPERATION);
    assertThat(shop.stored(id).value().terminal()).isEqualTo(TILL_10.key());
  }

  @Test
  void parking_ofAnotherVersion_isRefused() {
    CartId id = shop.withAnApple();
    ChangeContext onlyFirst = by(TILL_9).onlyIf(Precondition.oneOf(Set.of(1L)));

    assertThat(UseCaseFixture.refused(shop.parking.park(onlyFirst, id, Optional.empty())).refusal())
        .isEqualTo(Refusal.VERSION_MISMATCH);
  }

  @RepeatedTest(20)
  void ofFourTillsRetrievingAtOnce_exactlyOneWins() {
    CartId id = parked();
    List<Boolean> won =
        Race.of(
            4,
            i ->
                Await.result(
                    shop.parking
                        .retrieve(by(UseCaseFixture.till("A1234", "5678", 9 + i)), id)
                        .handle((cart, failure) -> failure == null)));

    assertThat(won).containsOnlyOnce(true);
    assertThat(shop.stored(id).value().terminal().terminalNo()).isEqualTo(9 + won.indexOf(true));
  }

  private CartId parked() {
    CartId id = shop.withAnApple();
    Await.result(shop.parking.park(by(TILL_9), id, Optional.of("tray 4")));
    return id;
  }

  private List<CartId> listed(Terminal terminal) {
    return Await.result(shop.parking.parked(terminal, 10, 1)).carts().stream()
        .map(cart -> cart.value().id())
        .toList();
  }
}
