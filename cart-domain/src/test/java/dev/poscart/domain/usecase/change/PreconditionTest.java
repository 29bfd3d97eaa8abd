package dev.poscart.domain.usecase.change;

import static dev.poscart.domain.fixtures.SaleTestData.keyed;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static dev.poscart.domain.usecase.change.ChangeContext.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.FaultyStores;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Closed;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Refusal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreconditionTest {

  private final FaultyStores faulty = new FaultyStores();
  private final UseCaseFixture shop = new UseCaseFixture(faulty.carts, faulty.log);

  @Test
  void changeThatLosesTheRace_isRefused_insteadOfBeingAppliedToAnotherVersion() {
    CartId id = shop.opened();
    faulty.beforeNextReplace(
        () -> Await.result(shop.carts.addItems(by(TILL_9), id, List.of(keyed("JUICE", 1)))));

    assertThat(
            UseCaseFixture.refused(shop.carts.addItems(onlyIf(1), id, List.of(keyed("APPLE", 1))))
                .refusal())
        .isEqualTo(Refusal.VERSION_MISMATCH);
    assertThat(shop.stored(id).value().lines()).hasSize(1);
  }

  @Test
  void billThatLosesTheRace_isRefused_andLogsNothing() {
    CartId id = shop.paid();
    faulty.beforeNextReplace(() -> Await.result(shop.carts.resume(by(TILL_9), id)));

    assertThat(UseCaseFixture.refused(shop.carts.bill(onlyIf(4), id)).refusal())
        .isEqualTo(Refusal.VERSION_MISMATCH);
    assertThat(shop.logged(TILL_9)).isEmpty();
    assertThat(shop.stored(id).value().status()).isEqualTo(CartStatus.ENTERING_ITEM);
  }

  @Test
  void repeatedBill_whoseFirstAnswerWasLost_getsThatAnswer_underTheSameCondition() {
    CartId id = shop.paid();
    faulty.failAtCall(3, FaultyStores.Moment.BEFORE);
    Await.failure(shop.carts.bill(onlyIf(4), id));

    assertThat(Await.result(shop.carts.bill(onlyIf(4), id)).value().closed().map(Closed::numbers))
        .contains(new IssuedNumbers(1, 111_111));
  }

  @Test
  void repeatedBill_namingAVersionThatWasNotBilled_isRefused() {
    CartId id = shop.paid();
    faulty.failAtCall(3, FaultyStores.Moment.BEFORE);
    Await.failure(shop.carts.bill(onlyIf(4), id));

    assertThat(UseCaseFixture.refused(shop.carts.bill(onlyIf(3), id)).refusal())
        .isEqualTo(Refusal.VERSION_MISMATCH);
    assertThat(shop.logged(TILL_9)).hasSize(1);
  }

  private static ChangeContext onlyIf(long version) {
    return by(TILL_9).onlyIf(Precondition.oneOf(Set.of(version)));
  }
}
