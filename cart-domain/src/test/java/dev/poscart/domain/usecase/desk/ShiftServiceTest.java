package dev.poscart.domain.usecase.desk;

import static dev.poscart.domain.fixtures.Await.result;
import static dev.poscart.domain.fixtures.UseCaseFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.DeskFixture;
import dev.poscart.domain.fixtures.DeskTestData;
import dev.poscart.domain.fixtures.FaultyStores;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CashMovement;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.DeskState;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.SessionCounts;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.usecase.change.ChangeContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ShiftServiceTest {

  private static final Terminal TILL = DeskFixture.TILL_9;
  private static final ChangeContext BY_TILL = ChangeContext.by(TILL);
  private static final Optional<Money> NOTHING = Optional.empty();

  private final DeskFixture fixture = new DeskFixture();

  @Test
  void openings_countOnTheirDate_andOverall() {
    close();
    assertThat(open().session()).isEqualTo(new TerminalSession("20261123", 1, 8));
    close();
    assertThat(open().session()).isEqualTo(new TerminalSession("20261123", 2, 9));
    close();
    fixture.clock.advance(Duration.ofDays(1));
    assertThat(open().session()).isEqualTo(new TerminalSession("20261124", 1, 10));
    assertThat(state().isOpened()).isTrue();
  }

  @Test
  void secondOpeningAndSecondClosing_areRefused() {
    assertThat(refused(fixture.shifts.open(BY_TILL, NOTHING)).refusal())
        .isEqualTo(Refusal.DESK_STATUS);
    close();
    assertThat(refused(fixture.shifts.close(BY_TILL, NOTHING)).refusal())
        .isEqualTo(Refusal.DESK_STATUS);
  }

  @Test
  void aDateBeforeTheLastOne_isRefused_unlessAllowed() {
    close();
    open();
    close();
    fixture.clock.advance(Duration.ofDays(-1));
    assertThat(refused(fixture.shifts.open(BY_TILL, NOTHING)).refusal())
        .isEqualTo(Refusal.BUSINESS_DATE_EARLIER);

    DeskFixture lenient = new DeskFixture(false, true);
    result(lenient.shifts.close(BY_TILL, NOTHING));
    result(lenient.shifts.open(BY_TILL, NOTHING));
    result(lenient.shifts.close(BY_TILL, NOTHING));
    lenient.clock.advance(Duration.ofDays(-1));
    result(lenient.shifts.open(BY_TILL, NOTHING));
    result(lenient.shifts.close(BY_TILL, NOTHING));
    lenient.clock.advance(Duration.ofDays(1));
    // The counter of a date goes on where it was, though another date came in between.
    assertThat(result(lenient.shifts.open(BY_TILL, NOTHING)).session())
        .isEqualTo(new TerminalSession("20261123", 2, 10));
  }

  @Test
  void aFloatIsKept_andTheCountUntilTheNextClosing() {
    result(fixture.shifts.close(BY_TILL, Optional.of(Money.of(58_094))));
    result(fixture.shifts.open(BY_TILL, Optional.of(Money.of(30_000))));

    assertThat(state().openingFloat()).contains(Money.of(30_000));
    assertThat(state().countedCash()).contains(Money.of(58_094));
    close();
    assertThat(state().countedCash()).isEmpty();
  }

  @Test
  void aClosing_countsTransactionsAndCash() {
    close();
    result(fixture.shifts.open(BY_TILL, Optional.of(Money.of(0))));
    bill(fixture.sales.paid());
    CartId cancelled = fixture.sales.withAnApple();
    result(fixture.sales.carts.cancel(BY_TILL, cancelled));
    fixture.clock.advance(Duration.ofMinutes(1));
    DeskEntry last = result(fixture.cash.cashIn(BY_TILL, new CashMovement(Money.of(5), "入金")));
    fixture.clock.advance(Duration.ofMinutes(1));

    assertThat(close().counts())
        .contains(new SessionCounts(2, Optional.of(2), 2, Optional.of(last.generatedAt())));
  }

  @Test
  void cashOut_isBoundedByFloatSalesAndMovements() {
    close();
    result(fixture.shifts.open(BY_TILL, Optional.of(Money.of(1_000))));
    bill(fixture.sales.paid());
    result(fixture.cash.cashIn(BY_TILL, new CashMovement(Money.of(50), "入金")));

    assertThat(refused(cashOut("1150.01")).refusal()).isEqualTo(Refusal.CASH_EXCEEDS_DRAWER);
    result(cashOut("1150"));
    assertThat(refused(cashOut("0.01")).refusal()).isEqualTo(Refusal.CASH_EXCEEDS_DRAWER);
  }

  @Test
  void aRequestRepeatedUnderItsId_isMadeOnce_whateverHappenedSince() {
    ChangeContext once = BY_TILL.once(new ChangeId("change-1"));
    close();
    DeskEntry opened = result(fixture.shifts.open(once, NOTHING));
    close();

    assertThat(result(fixture.shifts.open(once, NOTHING))).isEqualTo(opened);
    assertThat(state().isOpened()).isFalse();
  }

  @Test
  void requiringSignIn_refusesToOpenAndCloseWithoutStaff() {
    DeskFixture strict = new DeskFixture(true, false);
    result(strict.desk.signOut(BY_TILL));
    assertThat(refused(strict.shifts.close(BY_TILL, NOTHING)).refusal())
        .isEqualTo(Refusal.DESK_WITHOUT_STAFF);
    result(strict.desk.signIn(BY_TILL, "S004", Optional.empty()));
    result(strict.shifts.close(BY_TILL, NOTHING));
    result(strict.desk.signOut(BY_TILL));
    assertThat(refused(strict.shifts.open(BY_TILL, NOTHING)).refusal())
        .isEqualTo(Refusal.DESK_WITHOUT_STAFF);
  }

  @Test
  void aBillInFlight_thatLosesTheRaceToAClosing_isRefused_andTheCartStaysOpen() {
    CartId cart = fixture.sales.paid();
    closeBeforeTheBillIsLogged();

    assertThat(refused(fixture.sales.carts.bill(BY_TILL, cart)).refusal())
        .isEqualTo(Refusal.TERMINAL_NOT_OPENED);

    assertThat(fixture.sales.logged(TILL)).isEmpty();
    assertThat(fixture.sales.stored(cart).value().isOpen()).isTrue();
    assertThat(fixture.sales.stored(cart).value().isClosing()).isFalse();
    open();
    assertThat(bill(cart).session()).isEqualTo(new TerminalSession("20261123", 1, 8));
  }

  @Test
  void aBillInFlight_overtakenByAClosingAndAnOpening_isBookedInTheNewSession() {
    CartId cart = fixture.sales.paid();
    fixture.stores.beforeNextAppend(
        () -> {
          closeLog();
          open();
        });

    Transaction booked = bill(cart);

    assertThat(booked.session()).isEqualTo(new TerminalSession("20261123", 1, 8));
    assertThat(booked.position().position()).isEqualTo(3);
    assertThat(booked.numbers().transactionNo()).isEqualTo(1);
  }

  @Test
  void aClosing_finishesTheClosingsOfCartsFirst() {
    CartId cart = fixture.sales.paid();
    fixture.stores.failAtCall(4, FaultyStores.Moment.BEFORE);
    Await.failure(fixture.sales.carts.bill(BY_TILL, cart));
    assertThat(fixture.sales.logged(TILL)).isEmpty();

    DeskEntry closed = close();

    assertThat(fixture.sales.logged(TILL)).hasSize(1);
    assertThat(closed.counts().orElseThrow().transactions()).isEqualTo(1);
    assertThat(closed.position().position()).isEqualTo(2);
  }

  private void closeBeforeTheBillIsLogged() {
    fixture.stores.beforeNextAppend(this::closeLog);
  }

  /** Appends a closing directly: the service would finish the bill first. */
  private void closeLog() {
    DeskEntry closing =
        DeskTestData.closing()
            .session("20251123", 1, 7)
            .makeAfter(result(fixture.stores.log.findLast(TILL.key())));
    result(fixture.stores.deskLog().append(closing));
  }

  private Transaction bill(CartId cart) {
    result(fixture.sales.carts.bill(BY_TILL, cart));
    return result(fixture.stores.log.findByClaim("A1234", Transaction.claimOf(cart))).orElseThrow();
  }

  private DeskEntry open() {
    return result(fixture.shifts.open(BY_TILL, NOTHING));
  }

  private DeskEntry close() {
    return result(fixture.shifts.close(BY_TILL, NOTHING)).entry();
  }

  private CompletionStage<DeskEntry> cashOut(String amount) {
    return fixture.cash.cashOut(BY_TILL, new CashMovement(Money.of(amount), "出金"));
  }

  private DeskState state() {
    return result(fixture.states.state(TILL, fixture.clock.instant()));
  }
}
