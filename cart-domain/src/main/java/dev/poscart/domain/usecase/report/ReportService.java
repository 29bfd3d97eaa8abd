package dev.poscart.domain.usecase.report;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.CategoryNames;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.StoreDirectory;
import dev.poscart.domain.port.StoreTerminals;
import dev.poscart.domain.report.ReportHeading;
import dev.poscart.domain.usecase.RecordedTime;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Makes X and Z reports. A session that is closed takes no more entries, so its Z report is the
 * same whenever it is made; the reports of days and stores are sums over sessions.
 */
public final class ReportService {

  private final StoreDirectory stores;
  private final StoreTerminals terminals;
  private final CategoryNames categoryNames;
  private final SessionReports sessions;
  private final Clock clock;

  /**
   * Creates the service.
   *
   * @param clock in the store's time zone
   */
  public ReportService(
      StoreDirectory stores,
      StoreTerminals terminals,
      CategoryNames categoryNames,
      SessionReports sessions,
      Clock clock) {
    this.stores = stores;
    this.terminals = terminals;
    this.categoryNames = categoryNames;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * Makes a report of the caller's own store or of one of its tills.
   *
   * @return fails with {@link Refusal#NOT_PERMITTED} for another store, with {@link
   *     Refusal#NOT_FOUND} for a till that the store does not have, with {@link
   *     Refusal#REPORT_NOT_CLOSED} for a Z report of a session that is still open, and with {@link
   *     Refusal#REPORT_FAILED} if the figures do not agree with the log
   */
  public CompletionStage<StoreReport> make(Terminal caller, ReportRequest request) {
    return Stages.attempt(
        () -> {
          checkStore(caller, request.store());
          return make(request, caller.staff());
        });
  }

  /** Makes a report for an operator, who may see all stores; fails like the other. */
  public CompletionStage<StoreReport> make(ReportRequest request) {
    return Stages.attempt(() -> make(request, Optional.empty()));
  }

  private CompletionStage<StoreReport> make(ReportRequest request, Optional<Staff> staff) {
    return tills(request)
        .thenCompose(tills -> sessions.of(tills, request.period().dates(), request.openCounter()))
        .thenCompose(found -> report(staff, request, found));
  }

  private CompletionStage<StoreReport> report(
      Optional<Staff> staff, ReportRequest request, List<SessionReport> found) {
    if (request.daily()) {
      found.forEach(ReportService::requireClosed);
    }
    return stores
        .find(request.store())
        .thenCombine(
            categoryNames.of(request.store().tenantId()),
            (store, names) ->
                StoreReport.of(request, heading(staff, request, store, found), names, found));
  }

  private ReportHeading heading(
      Optional<Staff> staff,
      ReportRequest request,
      Optional<Store> store,
      List<SessionReport> found) {
    return new ReportHeading(
        store.map(Store::name).orElse(request.store().storeCode()),
        request.terminalNo(),
        staff.map(Staff::id),
        RecordedTime.now(clock),
        request.daily(),
        request.period(),
        request.openCounter(),
        zNumber(request, found),
        false);
  }

  /** A Z report of one session has the number of the session. */
  private static Optional<Integer> zNumber(ReportRequest request, List<SessionReport> found) {
    return request.daily() && request.terminalNo().isPresent() && found.size() == 1
        ? Optional.of(found.get(0).session().businessCounter())
        : Optional.empty();
  }

  private static void requireClosed(SessionReport session) {
    if (!session.isClosed()) {
      throw new Refused(
          Refusal.REPORT_NOT_CLOSED,
          "Terminal %s is not closed on %s (opening %d)"
              .formatted(
                  session.terminal().terminalId(),
                  session.session().businessDate(),
                  session.session().openCounter()));
    }
  }

  private CompletionStage<List<TerminalKey>> tills(ReportRequest request) {
    return terminals
        .of(request.store())
        .thenApply(all -> request.terminalNo().map(no -> List.of(till(all, no))).orElse(all));
  }

  private static TerminalKey till(List<TerminalKey> all, int terminalNo) {
    return all.stream()
        .filter(terminal -> terminal.terminalNo() == terminalNo)
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    Refusal.NOT_FOUND, "The store has no terminal with number " + terminalNo));
  }

  private static void checkStore(Terminal caller, StoreKey store) {
    caller.requireTenant(store.tenantId());
    if (!caller.key().store().equals(store)) {
      throw new Refused(
          Refusal.NOT_PERMITTED,
          "Terminal "
              + caller.key().terminalId()
              + " does not belong to store "
              + store.storeCode());
    }
  }
}
