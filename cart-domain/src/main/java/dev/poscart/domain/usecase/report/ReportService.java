package dev.poscart.domain.usecase.report;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.ZPrint;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.usecase.desk.ZPrinting;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Makes the X and Z reports of a store for its tills. */
public final class ReportService {

  private final StoreReports reports;
  private final ZPrinting prints;

  public ReportService(StoreReports reports, ZPrinting prints) {
    this.reports = reports;
    this.prints = prints;
  }

  /**
   * Makes a report of the caller's own store or of one of its tills, for other uses than paper.
   *
   * @return fails with {@link Refusal#NOT_PERMITTED} for another store, or like {@link
   *     StoreReports#make}
   */
  public CompletionStage<StoreReport> make(Terminal caller, ReportRequest request) {
    return own(caller, request, (found, now) -> Stages.completed(now));
  }

  /**
   * Makes a report to print. The first print of the Z report of a session is the original and is
   * repeated under its key; later ones are the same paper, marked as reprints.
   *
   * @param key names the request; empty: a repeated one is not recognized
   * @return fails like {@link #make}
   */
  public CompletionStage<StoreReport> print(
      Terminal caller, ReportRequest request, Optional<String> key) {
    Optional<String> named = key.map(text -> caller.key().terminalId() + " " + text);
    return own(
        caller,
        request,
        (found, now) ->
            now.zNumber()
                .map(number -> printed(found, now, now.first(number, request.kind(), named)))
                .orElseGet(() -> Stages.completed(now)));
  }

  private CompletionStage<Printing> printed(List<SessionReport> found, Printing now, ZPrint print) {
    return prints.print(found.get(0).terminal(), print).thenApply(now::as);
  }

  private CompletionStage<StoreReport> own(
      Terminal caller, ReportRequest request, StoreReports.Decision decision) {
    return Stages.attempt(
        () -> {
          checkStore(caller, request.store());
          return reports.make(request, caller.staff(), decision);
        });
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
