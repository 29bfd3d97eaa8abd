package dev.poscart.domain.usecase.report;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.CategoryNames;
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
public final class StoreReports {

  private final StoreDirectory stores;
  private final StoreTerminals terminals;
  private final CategoryNames categoryNames;
  private final SessionReports sessions;
  private final Clock clock;

  /**
   * Makes reports from the log.
   *
   * @param clock in the store's time zone
   */
  public StoreReports(
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

  /** Decides how a report of these sessions is printed. */
  interface Decision {
    CompletionStage<Printing> of(List<SessionReport> found, Printing now);
  }

  /**
   * Makes a report.
   *
   * @return fails with {@link Refusal#NOT_FOUND} for a till that the store does not have, with
   *     {@link Refusal#REPORT_NOT_CLOSED} for a Z report of a session that is still open, and with
   *     {@link Refusal#REPORT_FAILED} if the figures do not agree with the log
   */
  CompletionStage<StoreReport> make(
      ReportRequest request, Optional<Staff> staff, Decision decision) {
    return tills(request)
        .thenCompose(
            tills ->
                sessions.of(
                    tills,
                    request.period().dates(),
                    request.openCounter(),
                    request.daily() ? StoreReports::requireClosed : session -> {}))
        .thenCompose(
            found -> {
              List<SessionReport> each = found.sessions();
              Printing now =
                  new Printing(
                      RecordedTime.now(clock), staff.map(Staff::id), zNumber(request, each), false);
              return decision.of(each, now).thenCompose(print -> report(request, print, found));
            });
  }

  private CompletionStage<StoreReport> report(
      ReportRequest request, Printing printing, ReportedSessions found) {
    return stores
        .find(request.store())
        .thenCombine(
            categoryNames.of(request.store().tenantId()),
            (store, names) ->
                StoreReport.of(request, heading(request, printing, store), names, found));
  }

  private static ReportHeading heading(
      ReportRequest request, Printing printing, Optional<Store> store) {
    return new ReportHeading(
        store.map(Store::name).orElse(request.store().storeCode()),
        request.terminalNo(),
        printing.staffId(),
        printing.at(),
        request.daily(),
        request.period(),
        request.openCounter(),
        printing.zNumber(),
        printing.isReprint());
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
}
