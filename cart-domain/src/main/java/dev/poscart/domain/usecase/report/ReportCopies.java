package dev.poscart.domain.usecase.report;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.port.Stages;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Makes reports for those who see all stores: operators, and the users of a tenant. */
public final class ReportCopies {

  private final StoreReports reports;

  public ReportCopies(StoreReports reports) {
    this.reports = reports;
  }

  /**
   * Makes a report for a user of a tenant.
   *
   * @return fails with {@link Refusal#TENANT_MISMATCH} for another tenant's store, or like {@link
   *     #make(ReportRequest)}
   */
  public CompletionStage<StoreReport> make(String tenantId, ReportRequest request) {
    return Stages.attempt(
        () -> {
          if (!request.store().tenantId().equals(tenantId)) {
            throw new Refused(
                Refusal.TENANT_MISMATCH, "Invalid ", Subject.tenant(request.store().tenantId()));
          }
          return make(request);
        });
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
