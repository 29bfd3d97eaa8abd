package dev.poscart.domain.usecase.closing;

import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_10;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static dev.poscart.domain.fixtures.UseCaseFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.FaultyStores;
import dev.poscart.domain.fixtures.FaultyStores.Moment;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.CarriedCart;
import dev.poscart.domain.model.CarryIncident;
import dev.poscart.domain.model.CarryIncident.Kind;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Closed;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalNumbers;
import dev.poscart.domain.usecase.RecordedTime;
import dev.poscart.domain.usecase.change.ChangeContext;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Carried carts that are closed again, elsewhere, in another way, or with numbers of their own. */
class CarriedClosingTest {

  private final FaultyStores faulty = new FaultyStores();
  private final UseCaseFixture shop = new UseCaseFixture(faulty.carts, faulty.log);

  @Test
  void cancel_ofACartThatIsBilledElsewhere_isRefused_andRecorded() {
    CarriedCart cart = paid();
    Await.result(bill(context(TILL_9, cart, 1, 1), cart));

    Refused refused = refused(cancel(context(TILL_10, cart, 1, 1), cart));

    assertThat(refused.refusal()).isEqualTo(Refusal.CLOSED_OTHERWISE);
    assertThat(refused.detail()).startsWith("The cart is closed as billed");
    assertThat(shop.incidents.recorded())
        .containsExactly(
            new CarryIncident(
                Kind.CLOSED_OTHERWISE, TILL_10.key(), id(cart), "The cart is closed as billed"));
    assertThat(shop.logged(TILL_9)).hasSize(1);
    assertThat(shop.logged(TILL_10)).isEmpty();
  }

  @Test
  void bill_ofACartThatIsCancelledElsewhere_isRefused_andRecorded() {
    CarriedCart cart = paid();
    Await.result(cancel(context(TILL_10, cart, 1, 1), cart));

    Refused refused = refused(bill(context(TILL_9, cart, 1, 1), cart));

    assertThat(refused.refusal()).isEqualTo(Refusal.CLOSED_OTHERWISE);
    assertThat(shop.incidents.recorded())
        .containsExactly(
            new CarryIncident(
                Kind.CLOSED_OTHERWISE, TILL_9.key(), id(cart), "The cart is closed as cancelled"));
    assertThat(shop.logged(TILL_10)).hasSize(1);
    assertThat(shop.logged(TILL_9)).isEmpty();
  }

  @Test
  void numberOfAnotherCart_isRefused_recorded_andTheCartCanBeBilledWithAnother() {
    CarriedCart first = paid();
    Await.result(bill(context(TILL_9, first, 5, 5), first));
    CarriedCart second = paid();

    Refused refused = refused(bill(context(TILL_9, second, 5, 6), second));

    assertThat(refused.refusal()).isEqualTo(Refusal.CLOSED_OTHERWISE);
    assertThat(refused.detail()).contains("the number 5", "(expected: more than 5)");
    assertThat(shop.incidents.recorded())
        .containsExactly(
            new CarryIncident(Kind.CLOSED_OTHERWISE, TILL_9.key(), id(second), refused.detail()));
    assertThat(numbers(Await.result(bill(context(TILL_9, second, 6, 6), second))))
        .isEqualTo(new IssuedNumbers(6, 111_116, Optional.of(6)));
  }

  @Test
  void numbersLeftOut_mayBeGivenLater_andTheServiceGoesOnAfterTheLast() {
    assertThat(closed(context(TILL_9, paid(), 5, 7)))
        .isEqualTo(new IssuedNumbers(5, 111_117, Optional.of(7)));
    assertThat(closed(context(TILL_9, paid(), 2, 3)))
        .isEqualTo(new IssuedNumbers(2, 111_113, Optional.of(3)));
    assertThat(closed(context(TILL_9, paid(), 9, 12)))
        .isEqualTo(new IssuedNumbers(9, 111_122, Optional.of(12)));

    assertThat(closed(ChangeContext.by(TILL_9).carrying(paid())))
        .isEqualTo(new IssuedNumbers(10, 111_123, Optional.of(13)));
    assertThat(shop.incidents.recorded())
        .extracting(CarryIncident::kind)
        .containsExactly(Kind.NUMBERING_FALLBACK);
  }

  @Test
  void repeatWithOtherNumbers_getsThoseInTheLog_andIsRecorded() {
    CarriedCart cart = paid();
    Cart billed = Await.result(bill(context(TILL_9, cart, 5, 5), cart));

    assertThat(numbers(Await.result(bill(context(TILL_9, cart, 6, 5), cart))))
        .isEqualTo(numbers(billed));
    assertThat(numbers(Await.result(bill(context(TILL_9, cart, 5, 5), cart))))
        .isEqualTo(numbers(billed));

    assertThat(shop.incidents.recorded())
        .extracting(CarryIncident::kind)
        .containsExactly(Kind.REPEAT_DIVERGED);
    assertThat(shop.logged(TILL_9)).hasSize(1);
  }

  @Test
  void saleThatIsNotLogged_isNotClosed_andCanBeRepeated() {
    CarriedCart cart = paid();
    faulty.failAtCall(2, Moment.BEFORE);

    Await.portFailure(bill(context(TILL_9, cart, 1, 1), cart));

    assertThat(faulty.calls()).containsExactly("findLast", "append");
    assertThat(shop.logged(TILL_9)).isEmpty();
    assertThat(numbers(Await.result(bill(context(TILL_9, cart, 1, 1), cart))))
        .isEqualTo(new IssuedNumbers(1, 111_111, Optional.of(1)));
  }

  private CarriedCart paid() {
    return new CarriedCart(
        shop.stored(shop.paid()).value(),
        4,
        Optional.of(TILL_9.key()),
        TILL_9.staff(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static CartId id(CarriedCart cart) {
    return cart.cart().id();
  }

  private static ChangeContext context(
      Terminal till, CarriedCart cart, int transactionNo, int receiptCounter) {
    OffsetDateTime now = RecordedTime.now(UseCaseFixture.CLOCK);
    return ChangeContext.by(till)
        .carrying(cart)
        .numbered(new TerminalNumbers(transactionNo, receiptCounter, now));
  }

  private IssuedNumbers closed(ChangeContext context) {
    return numbers(Await.result(bill(context, context.carried().orElseThrow())));
  }

  private CompletionStage<Cart> bill(ChangeContext context, CarriedCart cart) {
    return shop.carts.bill(context, id(cart)).thenApply(closed -> closed.value());
  }

  private CompletionStage<Cart> cancel(ChangeContext context, CarriedCart cart) {
    return shop.carts.cancel(context, id(cart)).thenApply(closed -> closed.value());
  }

  private static IssuedNumbers numbers(Cart cart) {
    return cart.closed().map(Closed::numbers).orElseThrow();
  }
}
