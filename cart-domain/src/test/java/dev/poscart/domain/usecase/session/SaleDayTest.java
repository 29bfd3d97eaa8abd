package dev.poscart.domain.usecase.session;

import static dev.poscart.domain.fixtures.CartTestData.followingCalendar;
import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.keyed;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_10;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static dev.poscart.domain.usecase.change.ChangeContext.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.document.EventDocument;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.FaultyStores;
import dev.poscart.domain.fixtures.TestClock;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.Customer;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.TransactionQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sale belongs to the day on which it is closed, with date and counters of one session. */
class SaleDayTest {

  private static final List<String> TENANTS = List.of("B9999", "A1234");

  private static final TerminalSession FIRST = new TerminalSession("20261128", 1, 41);
  private static final TerminalSession SECOND = new TerminalSession("20261129", 2, 42);
  private static final Terminal DAY_1 = TILL_9.withSession(FIRST);
  private static final Terminal DAY_2 = TILL_9.withSession(SECOND);
  private static final Terminal NEVER_OPENED = TILL_9.withSession(new TerminalSession("", 0, 0));

  /** 23:59:50 in Tokyo. */
  private final TestClock clock = new TestClock(Instant.parse("2026-11-28T14:59:50Z"));

  private final FaultyStores faulty = new FaultyStores(clock);
  private final UseCaseFixture shop =
      new UseCaseFixture(faulty.carts, faulty.log, clock, CartTestData.CALENDAR);

  @Test
  void saleParkedOnOneDay_andBilledOnTheNext_belongsToTheNext() {
    CartId id = withAnApple(DAY_1);
    Await.result(shop.parking.park(by(DAY_1), id, Optional.empty()));

    Await.result(shop.parking.retrieve(by(DAY_2), id));
    billed(DAY_2, id);

    assertIsOf(SECOND, shop.logged(TILL_9).get(0));
  }

  @Test
  void saleParkedAtOneTill_andBilledAtAnother_belongsToThatTillsSession() {
    TerminalSession others = new TerminalSession("20261129", 5, 300);
    CartId id = withAnApple(DAY_1);
    Await.result(shop.parking.park(by(DAY_1), id, Optional.empty()));

    Await.result(shop.parking.retrieve(by(TILL_10.withSession(others)), id));
    billed(TILL_10.withSession(others), id);

    assertIsOf(others, shop.logged(TILL_10).get(0));
  }

  @ParameterizedTest
  @EnumSource
  void saleLeftOpenOvernight_belongsToTheDayItIsClosed(Closing.Kind kind) {
    CartId id = paid(DAY_1);

    Await.result(
        kind == Closing.Kind.BILL
            ? shop.carts.bill(by(DAY_2), id)
            : shop.carts.cancel(by(DAY_2), id));

    assertIsOf(SECOND, shop.logged(TILL_9).get(0));
  }

  @Test
  void voidOnTheNextDay_belongsToThatDay_andTheSaleToItsOwn() {
    Transaction sale = sold(DAY_1);

    Transaction voided =
        Await.result(shop.reversals.voidTransaction(by(DAY_2), sale.key(), List.of(cash("100"))));

    assertIsOf(SECOND, voided);
    assertIsOf(FIRST, sale);
  }

  @Test
  void returnOnTheNextDay_belongsToThatDay_andTheSaleToItsOwn() {
    Transaction sale = sold(DAY_1);

    Transaction back =
        Await.result(
            shop.reversals.returnTransaction(
                by(DAY_2), sale.key(), Optional.empty(), List.of(cash("100"))));

    assertIsOf(SECOND, back);
    assertIsOf(FIRST, sale);
  }

  @Test
  void interruptedClosing_isFinishedOnTheDayItWasDecided() {
    CartId id = paid(DAY_1);
    faulty.failAtCall(4, FaultyStores.Moment.BEFORE);
    assertThat(Await.failure(shop.carts.bill(by(DAY_1), id))).hasMessageContaining("append");
    clock.advance(Duration.ofHours(9));

    Await.result(shop.carts.bill(by(DAY_2), id));

    assertIsOf(FIRST, shop.logged(TILL_9).get(0));
    assertThat(shop.logged(TILL_9).get(0).generatedAt())
        .isEqualTo(OffsetDateTime.parse("2026-11-28T23:59:50+09:00"));
  }

  @Test
  void recoveryOnTheNextDay_keepsTheDayTheSaleWasClosed() {
    CartId id = paid(DAY_1);
    faulty.failAtCall(4, FaultyStores.Moment.BEFORE);
    assertThat(Await.failure(shop.carts.bill(by(DAY_1), id))).hasMessageContaining("append");
    clock.advance(Duration.ofHours(9));

    assertThat(Await.result(shop.recovery.run(TENANTS, Duration.ZERO))).isEqualTo(1);

    assertIsOf(FIRST, shop.logged(TILL_9).get(0));
  }

  /** (1) asked at 23:59:50, (2) another cashier changes the cart, (3) decided at 00:00:10. */
  @Test
  void billDecidedAfterMidnight_hasDateAndTimeFromAfterMidnight() {
    Terminal following = followingCalendar(DAY_1);
    CartId id = paid(following);
    faulty.beforeNextReplace(
        () -> {
          Await.result(shop.carts.resume(by(following), id));
          Await.result(shop.carts.subtotal(by(following), id));
          Await.result(shop.carts.pay(by(following), id, List.of(cash("100"))));
          clock.advance(Duration.ofSeconds(20));
        });

    Await.result(shop.carts.bill(by(following), id));

    Transaction sale = shop.logged(TILL_9).get(0);
    assertIsOf(new TerminalSession("20261129", 1, 41), sale);
    assertThat(sale.generatedAt()).isEqualTo(OffsetDateTime.parse("2026-11-29T00:00:10+09:00"));
  }

  @Test
  void salesAroundMidnight_eachHaveTheirOwnDate() {
    Terminal following = followingCalendar(DAY_1);
    Transaction before = sold(following);
    clock.advance(Duration.ofSeconds(21));
    Transaction after = sold(following);

    assertIsOf(new TerminalSession("20261128", 1, 41), before);
    assertIsOf(new TerminalSession("20261129", 1, 41), after);
  }

  @Test
  void terminalThatWasNeverOpened_canNeitherCloseNorReverse() {
    Transaction sale = sold(DAY_1);
    CartId id = paid(DAY_1);
    List<CompletionStage<?>> calls =
        List.of(
            shop.carts.bill(by(NEVER_OPENED), id),
            shop.carts.cancel(by(NEVER_OPENED), id),
            shop.reversals.voidTransaction(by(NEVER_OPENED), sale.key(), List.of(cash("100"))),
            shop.reversals.returnTransaction(
                by(NEVER_OPENED), sale.key(), Optional.empty(), List.of(cash("100"))));

    for (CompletionStage<?> call : calls) {
      Refused refused = UseCaseFixture.refused(call);
      assertThat(refused.refusal()).isEqualTo(Refusal.TERMINAL_NOT_OPENED);
      assertThat(refused.detail()).isEqualTo("Terminal A1234-5678-9 has no business date");
    }
    Cart left = shop.stored(id).value();
    assertThat(left.closing()).isEmpty();
    assertThat(shop.logged(TILL_9)).containsExactly(sale);
  }

  /** In the entry, in its event and in the queries of that day only. */
  private void assertIsOf(TerminalSession session, Transaction entry) {
    assertThat(entry.session()).isEqualTo(session);
    assertThat(EventDocument.write(entry))
        .containsEntry("business_date", session.businessDate())
        .containsEntry("open_counter", session.openCounter())
        .containsEntry("business_counter", session.businessCounter());
    for (String date : List.of("20261128", "20261129")) {
      assertThat(listed(entry, date, session.openCounter()).contains(entry))
          .isEqualTo(date.equals(session.businessDate()));
    }
  }

  private List<Transaction> listed(Transaction entry, String date, int openCounter) {
    TransactionQuery query =
        new TransactionQuery(
            entry.terminal(),
            Optional.of(date),
            Optional.of(openCounter),
            Optional.empty(),
            Set.of(),
            true,
            0,
            1,
            List.of());
    return Await.result(faulty.log.query(query)).transactions();
  }

  private Transaction sold(Terminal terminal) {
    billed(terminal, withAnApple(terminal));
    return shop.logged(terminal).get(0);
  }

  private CartId withAnApple(Terminal terminal) {
    CartId id = Await.result(shop.carts.create(by(terminal), Optional.empty(), Customer.UNKNOWN));
    Await.result(shop.carts.addItems(by(terminal), id, List.of(keyed("APPLE", 1))));
    return id;
  }

  private CartId paid(Terminal terminal) {
    CartId id = withAnApple(terminal);
    pay(terminal, id);
    return id;
  }

  private void pay(Terminal terminal, CartId id) {
    Await.result(shop.carts.subtotal(by(terminal), id));
    Await.result(shop.carts.pay(by(terminal), id, List.of(cash("100"))));
  }

  private void billed(Terminal terminal, CartId id) {
    pay(terminal, id);
    Await.result(shop.carts.bill(by(terminal), id));
  }
}
