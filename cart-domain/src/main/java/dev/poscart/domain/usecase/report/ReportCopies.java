package dev.poscart.domain.usecase.report;

import dev.poscart.domain.port.Stages;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Makes reports for operators, who may see all stores. */
public final class ReportCopies {

  private final StoreReports reports;

  public ReportCopies(StoreReports reports) {
    this.reports = reports;
  }

  /**
   * Makes a report. The Z report of a session is marked as a reprint: its original is what the
   * store prints.
   *
   * @return fails like {@link StoreReports#make}
   */
  public CompletionStage<StoreReport> make(ReportRequest request) {
    return Stages.attempt(
        () ->
            reports.make(
                request, Optional.empty(), (found, now) -> Stages.completed(now.copied())));
  }
}
