package dev.poscart.web;

import static dev.poscart.domain.fixtures.CartTestData.CALENDAR;

import dev.poscart.domain.fixtures.InMemoryReferenceData;
import dev.poscart.domain.fixtures.InMemoryStoreSet;
import dev.poscart.domain.fixtures.InMemoryTransactionLog;
import dev.poscart.domain.fixtures.SequentialIdentifiers;
import dev.poscart.domain.model.TerminalToken;
import dev.poscart.domain.port.ReferenceData;
import dev.poscart.domain.port.StoreLimits;
import dev.poscart.domain.port.TerminalRecords;
import dev.poscart.domain.sale.TillLimits;
import dev.poscart.domain.usecase.desk.CashService;
import dev.poscart.domain.usecase.desk.DeskBooking;
import dev.poscart.domain.usecase.desk.DeskListing;
import dev.poscart.domain.usecase.desk.DeskRules;
import dev.poscart.domain.usecase.desk.DeskService;
import dev.poscart.domain.usecase.desk.DeskSessions;
import dev.poscart.domain.usecase.desk.DeskStates;
import dev.poscart.domain.usecase.desk.LiveTerminals;
import dev.poscart.domain.usecase.desk.OpenCarts;
import dev.poscart.domain.usecase.desk.ShiftService;
import dev.poscart.domain.usecase.desk.TerminalLogin;
import dev.poscart.domain.usecase.desk.ZPrinting;
import dev.poscart.domain.usecase.report.ReportCopies;
import dev.poscart.domain.usecase.report.ReportService;
import dev.poscart.domain.usecase.report.SessionReports;
import dev.poscart.domain.usecase.report.StoreReports;
import dev.poscart.domain.usecase.session.CalendarSessions;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The desk of the test shop. Tokens are named for the status of their terminal. */
final class ShopDesk {

  final DeskStates states;
  final DeskSessions sessions;

  private final Clock clock;
  private final TerminalRecords records;

  ShopDesk(InMemoryTransactionLog log, Clock clock) {
    this.clock = clock;
    this.records = new InMemoryStoreSet(clock, StoreLimits.DEFAULT).terminalRecords();
    this.states = new DeskStates(log.deskLog(), records, CALENDAR);
    this.sessions = new DeskSessions(states, log.deskLog(), new CalendarSessions(CALENDAR));
  }

  ReportUseCases reports(InMemoryTransactionLog log, ReferenceData ports) {
    StoreReports reports =
        new StoreReports(
            ports.stores(),
            ports.storeTerminals(),
            tenantId -> CompletableFuture.completedFuture(Map.of("C1", "果物")),
            new SessionReports(log, log.deskLog()),
            clock);
    ZPrinting prints = new ZPrinting(ports.terminals(), states, records, clock);
    return new ReportUseCases(new ReportService(reports, prints), new ReportCopies(reports));
  }

  DeskUseCases useCases(
      InMemoryTransactionLog log,
      ReferenceData ports,
      InMemoryReferenceData data,
      OpenCarts openCarts) {
    LiveTerminals live = new LiveTerminals(ports.terminals(), states, states, Duration.ZERO, clock);
    DeskRules rules = new DeskRules(CALENDAR, false, false, false, TillLimits.DEFAULT.maxAmount());
    DeskBooking booking = booking(log, ports);
    return new DeskUseCases(
        new DeskService(
            states,
            records,
            data,
            (pin, hash) -> CompletableFuture.completedFuture(hash.equals("hash of " + pin)),
            clock),
        new ShiftService(booking, log, openCarts, rules),
        new CashService(booking, log, rules),
        new DeskListing(live, ports.storeTerminals(), data, states, clock),
        new TerminalLogin(
            states,
            Optional.of(
                terminal ->
                    CompletableFuture.completedFuture(
                        new TerminalToken("token-of-" + terminal.status(), 86_400))),
            clock),
        OffsetDateTime.now(clock));
  }

  private DeskBooking booking(InMemoryTransactionLog log, ReferenceData ports) {
    return new DeskBooking(
        states, log, log.deskLog(), ports.stores(), CALENDAR, new SequentialIdentifiers(), clock);
  }
}
