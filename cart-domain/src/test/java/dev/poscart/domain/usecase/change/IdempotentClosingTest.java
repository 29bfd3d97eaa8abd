package dev.poscart.domain.usecase.change;

import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static dev.poscart.domain.usecase.change.ChangeContext.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.FaultyStores.Moment;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Closed;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Refusal;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Closings with one id make one sale. */
class IdempotentClosingTest extends IdempotentChangeFixture {

  private static final IssuedNumbers FIRST = new IssuedNumbers(1, 111_111);

  static Stream<Arguments> interruptions() {
    return IntStream.rangeClosed(1, 5)
        .boxed()
        .flatMap(call -> Arrays.stream(Moment.values()).map(when -> Arguments.of(call, when)));
  }

  @ParameterizedTest
  @MethodSource("interruptions")
  void billInterruptedAnywhere_isAnsweredWithTheOneSale(int call, Moment when) {
    CartId id = shop.paid();
    faulty.failAtCall(call, when);
    Await.failure(shop.carts.bill(by(TILL_9).once(ID), id));

    for (int attempt = 1; attempt <= 2; attempt++) {
      Cart billed = Await.result(shop.carts.bill(by(TILL_9).once(ID), id)).value();
      assertThat(billed.closed().map(Closed::numbers)).contains(FIRST);
      assertThat(billed.status()).isEqualTo(CartStatus.COMPLETED);
    }
    assertThat(shop.logged(TILL_9)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("interruptions")
  void cancellationInterruptedAnywhere_isAnsweredWithTheOne(int call, Moment when) {
    CartId id = shop.withAnApple();
    faulty.failAtCall(call, when);
    Await.failure(shop.carts.cancel(by(TILL_9).once(ID), id));

    for (int attempt = 1; attempt <= 2; attempt++) {
      Cart cancelled = Await.result(shop.carts.cancel(by(TILL_9).once(ID), id)).value();
      assertThat(cancelled.closed().map(Closed::numbers)).contains(FIRST);
      assertThat(cancelled.status()).isEqualTo(CartStatus.CANCELLED);
    }
    assertThat(shop.logged(TILL_9)).hasSize(1);
  }

  @Test
  void closingFinishedByAnotherRequest_returnsTheFirstSale() {
    CartId id = shop.paid();
    faulty.failAtCall(2, Moment.AFTER);
    Precondition version4 = Precondition.oneOf(Set.of(4L));
    Await.failure(shop.carts.bill(by(TILL_9).once(ID).onlyIf(version4), id));
    shop.stored(id);

    assertThat(
            Await.result(
                    shop.carts.bill(
                        by(UseCaseFixture.signedOut(TILL_9)).once(ID).onlyIf(version4), id))
                .value()
                .closed()
                .map(Closed::numbers))
        .contains(FIRST);
  }

  @Test
  void concurrentBillsWithOneId_makeOneSale() {
    CartId id = shop.paid();
    faulty.beforeNextReplace(() -> Await.result(shop.carts.bill(by(TILL_9).once(ID), id)));

    assertThat(
            Await.result(shop.carts.bill(by(TILL_9).once(ID), id))
                .value()
                .closed()
                .map(Closed::numbers))
        .contains(FIRST);
    assertThat(shop.logged(TILL_9)).hasSize(1);
  }

  @Test
  void billedCart_refusesAnotherBill() {
    CartId id = shop.paid();
    Await.result(shop.carts.bill(by(TILL_9).once(ID), id));

    assertThat(UseCaseFixture.refused(shop.carts.bill(by(TILL_9), id)).refusal())
        .isEqualTo(Refusal.INVALID_OPERATION);
    assertThat(UseCaseFixture.refused(shop.carts.bill(by(TILL_9).once(OTHER), id)).refusal())
        .isEqualTo(Refusal.INVALID_OPERATION);
  }
}
