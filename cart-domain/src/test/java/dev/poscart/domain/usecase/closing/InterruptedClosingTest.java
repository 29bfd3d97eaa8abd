package dev.poscart.domain.usecase.closing;

import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static dev.poscart.domain.usecase.change.ChangeContext.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.FaultyStores;
import dev.poscart.domain.fixtures.FaultyStores.Moment;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Closed;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.PortException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A bill that is interrupted at any call is finished by the next request, as the same sale. */
class InterruptedClosingTest {

  private static final List<String> TENANTS = List.of("B9999", "A1234");

  private static final List<String> CALLS =
      List.of("find", "replace", "findLast", "append", "replace");
  private static final IssuedNumbers FIRST = new IssuedNumbers(1, 111_111);

  private final FaultyStores faulty = new FaultyStores();
  private final UseCaseFixture shop = new UseCaseFixture(faulty.carts, faulty.log);

  static Stream<Arguments> interruptions() {
    return IntStream.rangeClosed(1, CALLS.size())
        .boxed()
        .flatMap(call -> Arrays.stream(Moment.values()).map(when -> Arguments.of(call, when)));
  }

  @Test
  void bill_makesTheseCalls() {
    CartId id = shop.paid();
    faulty.failAtCall(100, Moment.BEFORE);
    Await.result(shop.carts.bill(by(TILL_9), id));

    assertThat(faulty.calls()).isEqualTo(CALLS);
  }

  @ParameterizedTest
  @MethodSource("interruptions")
  void repeatedBill_returnsTheFirstNumbers(int call, Moment when) {
    CartId id = interrupted(call, when, Closing.Kind.BILL);

    if (call == CALLS.size() && when == Moment.AFTER) {
      assertThat(UseCaseFixture.refused(shop.carts.bill(by(TILL_9), id)).refusal())
          .isEqualTo(Refusal.INVALID_OPERATION);
    } else {
      Cart billed = Await.result(shop.carts.bill(by(TILL_9), id)).value();
      assertThat(billed.closed().map(Closed::numbers)).contains(FIRST);
    }
    assertOneSale(id, CartStatus.COMPLETED, false);
  }

  @ParameterizedTest
  @MethodSource("interruptions")
  void reading_finishesADecidedClosing(int call, Moment when) {
    CartId id = interrupted(call, when, Closing.Kind.BILL);
    Cart read = shop.stored(id).value();

    if (isDecided(call, when)) {
      assertThat(read.closed().map(Closed::numbers)).contains(FIRST);
    } else {
      assertThat(read.status()).isEqualTo(CartStatus.PAYING);
      assertThat(shop.logged(TILL_9)).isEmpty();
      Await.result(shop.carts.bill(by(TILL_9), id));
    }
    assertOneSale(id, CartStatus.COMPLETED, false);
  }

  @ParameterizedTest
  @MethodSource("interruptions")
  void recovery_finishesADecidedClosing(int call, Moment when) {
    CartId id = interrupted(call, when, Closing.Kind.BILL);
    int recovered = Await.result(shop.recovery.run(TENANTS, Duration.ZERO));

    boolean decided = isDecided(call, when);
    boolean done = call == CALLS.size() && when == Moment.AFTER;
    assertThat(recovered).isEqualTo(decided && !done ? 1 : 0);
    assertThat(shop.logged(TILL_9)).hasSize(decided ? 1 : 0);
    assertThat(Await.result(shop.recovery.run(TENANTS, Duration.ZERO))).isZero();
    if (!decided) {
      Await.result(shop.carts.bill(by(TILL_9), id));
    }
    assertOneSale(id, CartStatus.COMPLETED, false);
  }

  @ParameterizedTest
  @MethodSource("interruptions")
  void repeatedCancel_returnsTheFirstNumbers(int call, Moment when) {
    CartId id = interrupted(call, when, Closing.Kind.CANCEL);

    if (call == CALLS.size() && when == Moment.AFTER) {
      assertThat(UseCaseFixture.refused(shop.carts.cancel(by(TILL_9), id)).refusal())
          .isEqualTo(Refusal.INVALID_OPERATION);
    } else {
      Cart cancelled = Await.result(shop.carts.cancel(by(TILL_9), id)).value();
      assertThat(cancelled.closed().map(Closed::numbers)).contains(FIRST);
    }
    assertOneSale(id, CartStatus.CANCELLED, true);
  }

  @ParameterizedTest
  @MethodSource("interruptions")
  void decidedBill_cannotBecomeACancel(int call, Moment when) {
    CartId id = interrupted(call, when, Closing.Kind.BILL);

    if (isDecided(call, when)) {
      assertThat(UseCaseFixture.refused(shop.carts.cancel(by(TILL_9), id)).refusal())
          .isEqualTo(Refusal.INVALID_OPERATION);
      assertOneSale(id, CartStatus.COMPLETED, false);
    } else {
      Await.result(shop.carts.cancel(by(TILL_9), id));
      assertOneSale(id, CartStatus.CANCELLED, true);
    }
  }

  private static boolean isDecided(int call, Moment when) {
    return call > 2 || (call == 2 && when == Moment.AFTER);
  }

  private CartId interrupted(int call, Moment when, Closing.Kind kind) {
    CartId id = shop.paid();
    faulty.failAtCall(call, when);
    Throwable failure =
        Await.failure(
            kind == Closing.Kind.BILL
                ? shop.carts.bill(by(TILL_9), id)
                : shop.carts.cancel(by(TILL_9), id));
    assertThat(failure).isInstanceOf(PortException.class);
    return id;
  }

  /** Exactly one entry, which matches the cart, and no number is lost or used twice. */
  private void assertOneSale(CartId id, CartStatus status, boolean cancelled) {
    Cart cart = shop.stored(id).value();
    assertThat(cart.status()).isEqualTo(status);
    assertThat(cart.closed().map(Closed::numbers)).contains(FIRST);
    assertThat(shop.logged(TILL_9)).hasSize(1);
    Transaction logged = shop.logged(TILL_9).get(0);
    assertThat(logged.numbers()).isEqualTo(FIRST);
    assertThat(logged.claim()).isEqualTo("cart:" + id);
    assertThat(logged.sales().cancelled()).isEqualTo(cancelled);
    assertThat(Optional.of(logged.eventId())).isEqualTo(cart.closing().map(Closing::eventId));

    Cart next = Await.result(shop.carts.bill(by(TILL_9), shop.paid())).value();
    assertThat(next.closed().map(Closed::numbers)).contains(new IssuedNumbers(2, 111_112));
  }
}
