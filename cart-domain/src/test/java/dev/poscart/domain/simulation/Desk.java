package dev.poscart.domain.simulation;

import dev.poscart.domain.fixtures.FakeTerminalDirectory;
import dev.poscart.domain.model.BusinessCalendar;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.StaffMember;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.port.DeskDirectory;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.sale.Till;
import dev.poscart.domain.usecase.change.CartRepository;
import dev.poscart.domain.usecase.change.ClosingCompletion;
import dev.poscart.domain.usecase.desk.CashService;
import dev.poscart.domain.usecase.desk.DeskBooking;
import dev.poscart.domain.usecase.desk.DeskRules;
import dev.poscart.domain.usecase.desk.DeskService;
import dev.poscart.domain.usecase.desk.DeskSessions;
import dev.poscart.domain.usecase.desk.DeskStates;
import dev.poscart.domain.usecase.desk.OpenCarts;
import dev.poscart.domain.usecase.desk.ShiftService;
import dev.poscart.domain.usecase.desk.ZPrinting;
import dev.poscart.domain.usecase.report.ReportService;
import dev.poscart.domain.usecase.report.SessionReports;
import dev.poscart.domain.usecase.report.StoreReports;
import dev.poscart.domain.usecase.session.CalendarSessions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The use cases of the shop's own desk, composed as the application composes them. */
record Desk(
    ShiftService shifts,
    CashService cash,
    DeskService staff,
    ReportService reports,
    DeskStates states,
    Clock clock) {

  /** Who signs in. */
  static final String STAFF = "S001";

  private static final Money MAX_AMOUNT = Money.of(1_000_000);

  /** What an instance knows of sessions. */
  record Data(
      SimulatedDesk stored, BusinessCalendar calendar, DeskStates states, DeskSessions sessions) {

    static Data of(SimulatedDesk stored, BusinessCalendar calendar) {
      DeskStates states = new DeskStates(stored, stored, calendar);
      DeskSessions sessions = new DeskSessions(states, stored, new CalendarSessions(calendar));
      return new Data(stored, calendar, states, sessions);
    }
  }

  static Desk of(
      Data data,
      Service.Dependencies dependencies,
      CartRepository repository,
      ClosingCompletion completion,
      Till till) {
    DeskRules rules = new DeskRules(data.calendar(), false, false, false, MAX_AMOUNT);
    DeskBooking booking =
        new DeskBooking(
            data.states(),
            dependencies.log(),
            data.stored(),
            dependencies.peers(),
            data.calendar(),
            dependencies.identifiers(),
            dependencies.clock());
    return new Desk(
        new ShiftService(
            booking, dependencies.log(), new OpenCarts(repository, completion, till), rules),
        new CashService(booking, dependencies.log(), rules),
        new DeskService(
            data.states(),
            data.stored(),
            new Staffed(),
            (pin, hash) -> Stages.completed(true),
            dependencies.clock()),
        reports(data, dependencies),
        data.states(),
        dependencies.clock());
  }

  private static ReportService reports(Data data, Service.Dependencies dependencies) {
    return new ReportService(
        new StoreReports(
            dependencies.peers(),
            store ->
                Stages.completed(
                    Shops.TILLS.stream().filter(key -> key.store().equals(store)).toList()),
            tenantId -> Stages.completed(Map.of()),
            new SessionReports(dependencies.log(), data.stored()),
            dependencies.clock()),
        // Reports are made here, not printed.
        new ZPrinting(
            new FakeTerminalDirectory(), data.states(), data.stored(), dependencies.clock()));
  }

  /** The terminal as it is at this moment. */
  CompletionStage<Terminal> live(Terminal registered) {
    return states.live(registered, clock.instant());
  }

  private static final class Staffed implements DeskDirectory {

    @Override
    public CompletionStage<List<StaffMember>> staff(String tenantId) {
      return Stages.completed(List.of(new StaffMember(STAFF, "山田", Optional.empty(), true)));
    }

    @Override
    public CompletionStage<List<Store>> stores(String tenantId) {
      return Stages.completed(List.of());
    }
  }
}
