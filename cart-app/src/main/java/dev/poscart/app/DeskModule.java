package dev.poscart.app;

import com.github.benmanes.caffeine.cache.Ticker;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.profile.Pbkdf2Pins;
import dev.poscart.app.token.TerminalTokenIssuer;
import dev.poscart.domain.port.DeskLog;
import dev.poscart.domain.port.Identifiers;
import dev.poscart.domain.port.ReferenceData;
import dev.poscart.domain.port.SessionGuard;
import dev.poscart.domain.port.StoreSet;
import dev.poscart.domain.port.TerminalDirectory;
import dev.poscart.domain.port.TerminalSessions;
import dev.poscart.domain.port.TerminalTokens;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.pricing.Calculation;
import dev.poscart.domain.sale.Till;
import dev.poscart.domain.usecase.change.CartRepository;
import dev.poscart.domain.usecase.change.ClosingCompletion;
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
import dev.poscart.web.DeskUseCases;
import dev.poscart.web.ReportUseCases;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Wires the shop's own desk, which is there unless a terminal service is configured. */
final class DeskModule extends AbstractModule {

  /**
   * The parts of the desk that others depend on.
   *
   * @param states as they are in the database, for decisions
   * @param remembered what is written through it, and how requests see terminals
   */
  record Desk(DeskStates states, DeskSessions sessions, RememberedDesk remembered) {}

  @Provides
  @Singleton
  Optional<Desk> desk(ServiceConfig config, StoreSet storeSet, OutboxRelay relay) {
    if (config.peers().terminalService().isPresent()) {
      return Optional.empty();
    }
    DeskLog log = new RelayNotifyingDeskLog(storeSet.deskLog(), relay::wake);
    DeskStates states = new DeskStates(log, storeSet.terminalRecords(), config.businessCalendar());
    CalendarSessions calendar = new CalendarSessions(config.businessCalendar());
    return Optional.of(
        new Desk(
            states,
            new DeskSessions(states, log, calendar),
            new RememberedDesk(log, storeSet.terminalRecords(), Ticker.systemTicker())));
  }

  @Provides
  @Singleton
  TerminalSessions sessions(ServiceConfig config, Optional<Desk> desk) {
    return desk.<TerminalSessions>map(Desk::sessions)
        .orElseGet(() -> new CalendarSessions(config.businessCalendar()));
  }

  @Provides
  @Singleton
  SessionGuard guard(Optional<Desk> desk) {
    return desk.<SessionGuard>map(Desk::sessions).orElse(SessionGuard.NONE);
  }

  @Provides
  @Singleton
  TerminalDirectory terminals(
      ServiceConfig config, TerminalCache cache, Optional<Desk> desk, Clock clock) {
    return desk.<TerminalDirectory>map(
            at ->
                new LiveTerminals(
                    cache,
                    at.states(),
                    new DeskStates(at.remembered(), at.remembered(), config.businessCalendar()),
                    RememberedDesk.MAX_AGE,
                    clock))
        .orElse(cache);
  }

  @Provides
  @Singleton
  OpenCarts openCarts(
      ServiceConfig config,
      CartRepository carts,
      ClosingCompletion completion,
      Calculation calculation) {
    return new OpenCarts(
        carts, completion, new Till(calculation, config.limits(), config.payments().tenderRules()));
  }

  @Provides
  @Singleton
  Optional<DeskBooking> booking(
      ServiceConfig config,
      Optional<Desk> desk,
      TransactionLog transactions,
      ReferenceData reference,
      Identifiers identifiers,
      Clock clock) {
    return desk.map(
        at ->
            new DeskBooking(
                at.states(),
                transactions,
                at.remembered(),
                reference.stores(),
                config.businessCalendar(),
                identifiers,
                clock));
  }

  @Provides
  @Singleton
  Optional<DeskListing> listing(
      Optional<Desk> desk,
      TerminalDirectory terminals,
      ReferenceData reference,
      StoreSet storeSet,
      Clock clock) {
    return desk.map(
        at ->
            new DeskListing(
                terminals,
                reference.storeTerminals(),
                storeSet.deskDirectory(),
                at.states(),
                clock));
  }

  @Provides
  @Singleton
  Optional<ZPrinting> zPrinting(Optional<Desk> desk, TerminalDirectory terminals, Clock clock) {
    return desk.map(at -> new ZPrinting(terminals, at.states(), at.remembered(), clock));
  }

  /** Without a desk the sessions are not in this log, and so reports are made elsewhere. */
  @Provides
  @Singleton
  Optional<ReportUseCases> reports(
      Optional<ZPrinting> prints,
      StoreSet storeSet,
      ReferenceData reference,
      Profile profile,
      Clock clock) {
    StoreReports reports =
        new StoreReports(
            reference.stores(),
            reference.storeTerminals(),
            tenantId -> CompletableFuture.completedFuture(profile.categoryNames(tenantId)),
            new SessionReports(storeSet.transactions(), storeSet.deskLog()),
            clock);
    return prints.map(
        zPrinting ->
            new ReportUseCases(new ReportService(reports, zPrinting), new ReportCopies(reports)));
  }

  @Provides
  @Singleton
  Optional<DeskUseCases> useCases(
      ServiceConfig config,
      Optional<Desk> desk,
      Optional<DeskBooking> booking,
      Optional<DeskListing> listing,
      StoreSet storeSet,
      TransactionLog transactions,
      OpenCarts openCarts,
      Clock clock) {
    DeskRules rules = rules(config);
    return desk.map(
        at ->
            new DeskUseCases(
                new DeskService(
                    at.states(),
                    at.remembered(),
                    storeSet.deskDirectory(),
                    new Pbkdf2Pins(),
                    clock),
                new ShiftService(booking.orElseThrow(), transactions, openCarts, rules),
                new CashService(booking.orElseThrow(), transactions, rules),
                listing.orElseThrow(),
                new TerminalLogin(at.states(), tokens(config, clock), clock),
                OffsetDateTime.now(clock)));
  }

  private static DeskRules rules(ServiceConfig config) {
    return new DeskRules(
        config.businessCalendar(),
        config.desk().requiresSignIn(),
        config.desk().allowsEarlierDate(),
        config.desk().allowsOverdraft(),
        config.limits().maxAmount());
  }

  private static Optional<TerminalTokens> tokens(ServiceConfig config, Clock clock) {
    return config
        .access()
        .signingKey()
        .map(
            key ->
                new TerminalTokenIssuer(
                    key.bytes(), config.access().tokens().terminalMaxAge(), clock));
  }
}
