package dev.poscart.domain.usecase.change;

import static dev.poscart.domain.fixtures.SaleTestData.keyed;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static dev.poscart.domain.fixtures.UseCaseFixture.refused;
import static dev.poscart.domain.usecase.change.ChangeContext.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.FaultyStores;
import dev.poscart.domain.fixtures.FaultyStores.Moment;
import dev.poscart.domain.fixtures.MapCartCache;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.sale.Tender;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two processes on one database, each with a cache of its own. */
class CachedCartTest {

  private static final ChangeContext TILL = by(TILL_9);

  private final FaultyStores stores = new FaultyStores();
  private final MapCartCache cache = new MapCartCache();
  private final UseCaseFixture here = new UseCaseFixture(stores.carts, stores.log, cache);
  private final UseCaseFixture there =
      new UseCaseFixture(stores.carts, stores.log, new MapCartCache());

  @Test
  void change_ofACachedCart_isWrittenWithoutReading() {
    CartId id = here.opened();
    stores.failAtCall(Integer.MAX_VALUE, Moment.BEFORE);

    assertThat(add(here, id, "APPLE").version()).isEqualTo(2);
    assertThat(add(here, id, "JUICE").version()).isEqualTo(3);

    assertThat(stores.calls()).containsExactly("replace", "replace");
  }

  @Test
  void change_ofACartThatAnotherProcessChanged_comesOnTopOfThatChange() {
    CartId id = here.opened();
    add(there, id, "APPLE");

    assertThat(add(here, id, "JUICE").value().lines())
        .extracting(line -> line.item().itemCode())
        .containsExactly("APPLE", "JUICE");
  }

  @Test
  void read_ofACartThatAnotherProcessChanged_isUpToDate() {
    CartId id = here.opened();
    add(there, id, "APPLE");

    assertThat(here.stored(id).version()).isEqualTo(2);
    assertThat(here.stored(id).value().lines()).hasSize(1);
  }

  @Test
  void change_thatOnlyTheCachedCartForbids_isMade() {
    CartId id = here.withAnApple();
    Await.result(here.carts.subtotal(TILL, id));
    Await.result(there.carts.resume(TILL, id));

    assertThat(add(here, id, "JUICE").value().lines()).hasSize(2);
  }

  @Test
  void change_thatOnlyTheCachedCartAllows_isRefused() {
    CartId id = here.withAnApple();
    Await.result(there.carts.cancel(TILL, id));

    assertThat(refused(here.carts.addItems(TILL, id, List.of(keyed("JUICE", 1)))).refusal())
        .isEqualTo(Refusal.INVALID_OPERATION);
  }

  @Test
  void changeWithoutEffect_onTheCachedCart_isJudgedByTheStoredOne() {
    CartId id = here.withAnApple();
    Await.result(here.carts.subtotal(TILL, id));
    Await.result(there.carts.cancel(TILL, id));

    assertThat(refused(here.carts.discountSubtotal(TILL, id, List.of())).refusal())
        .isEqualTo(Refusal.INVALID_OPERATION);
  }

  @Test
  void precondition_thatOnlyTheStoredCartMeets_isMet() {
    CartId id = here.opened();
    add(there, id, "APPLE");
    ChangeContext onlyIf2 = TILL.onlyIf(Precondition.oneOf(Set.of(2L)));

    Versioned<Cart> changed =
        Await.result(here.carts.addItems(onlyIf2, id, List.of(keyed("JUICE", 1))));

    assertThat(changed.version()).isEqualTo(3);
  }

  @Test
  void repeatedChange_answersWithTheStoredCart() {
    CartId id = here.opened();
    ChangeContext once = TILL.once(new ChangeId("0f8fad5b-d9cb-469f-a165-70867728950e"));
    Await.result(here.carts.addItems(once, id, List.of(keyed("APPLE", 1))));
    add(there, id, "JUICE");

    Versioned<Cart> repeated =
        Await.result(here.carts.addItems(once, id, List.of(keyed("APPLE", 1))));

    assertThat(repeated.version()).isEqualTo(3);
    assertThat(repeated.value().lines()).hasSize(2);
  }

  @Test
  void change_afterAWriteWithUnknownOutcome_readsTheCart() {
    CartId id = here.opened();
    stores.failAtCall(1, Moment.AFTER);
    Await.failure(here.carts.addItems(TILL, id, List.of(keyed("APPLE", 1))));

    assertThat(add(here, id, "JUICE").value().lines()).hasSize(2);
    assertThat(stores.calls()).containsExactly("replace", "find", "replace");
  }

  @Test
  void refusal_byACachedCartThatIsTheStoredOne_asksTheItemMasterOnce() {
    CartId id = here.opened();
    int before = here.master.calls().size();

    assertThat(refused(here.carts.addItems(TILL, id, List.of(keyed("UNKNOWN", 1)))).refusal())
        .isEqualTo(Refusal.ITEM_NOT_FOUND);
    assertThat(here.master.calls().size() - before).isEqualTo(1);
  }

  @Test
  void bill_ofACachedCart_isMarkedLoggedAndCompletedWithoutReadingTheCart() {
    CartId id = here.paid();
    stores.failAtCall(Integer.MAX_VALUE, Moment.BEFORE);

    Await.result(here.carts.bill(TILL, id));

    assertThat(stores.calls()).doesNotContain("find").startsWith("replace").endsWith("replace");
    assertThat(here.logged(TILL_9)).hasSize(1);
  }

  @Test
  void bill_thatOnlyTheCachedCartForbids_isMade() {
    CartId id = here.withAnApple();
    add(there, id, "APPLE");
    Await.result(here.carts.subtotal(TILL, id));
    Tender cash = new Tender("01", Money.of(200), Optional.empty());
    Await.result(there.carts.pay(TILL, id, List.of(cash)));

    assertThat(Await.result(here.carts.bill(TILL, id)).value().status())
        .isEqualTo(CartStatus.COMPLETED);
  }

  @Test
  void bill_thatAnotherProcessHasDecided_isAnsweredWithItsNumbers() {
    CartId id = here.paid();
    stores.failAtCall(3, Moment.BEFORE);
    Await.failure(there.carts.bill(TILL, id));

    assertThat(Await.result(here.carts.bill(TILL, id)).value().closed()).isPresent();
    assertThat(here.logged(TILL_9)).hasSize(1);
  }

  @Test
  void cartThatIsClosed_isNotCached() {
    CartId id = here.paid();
    Await.result(here.carts.bill(TILL, id));

    assertThat(cache.find(TILL_9.key().tenantId(), id)).isEmpty();
    assertThat(here.stored(id).value().status()).isEqualTo(CartStatus.COMPLETED);
  }

  @Test
  void cartOfAnotherStore_isNotFound_evenIfItIsCached() {
    CartId id = here.withAnApple();
    ChangeContext elsewhere =
        by(UseCaseFixture.till(TILL_9.key().tenantId(), "9999", TILL_9.key().terminalNo()));

    assertThat(refused(here.carts.addItems(elsewhere, id, List.of(keyed("JUICE", 1)))).refusal())
        .isEqualTo(Refusal.CART_NOT_FOUND);
  }

  private static Versioned<Cart> add(UseCaseFixture process, CartId id, String code) {
    return Await.result(process.carts.addItems(TILL, id, List.of(keyed(code, 1))));
  }
}
