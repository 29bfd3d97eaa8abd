package dev.poscart.web;

import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.usecase.report.ReportCopies;
import dev.poscart.domain.usecase.report.ReportService;
import dev.poscart.domain.usecase.report.StoreReport;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The routes of X and Z reports, as kugelpos's report service has them: JSON, or by {@code Accept}
 * the printed text or a table.
 */
final class ReportRoutes {

  private final ReportService reports;
  private final ReportCopies copies;

  ReportRoutes(ReportUseCases useCases) {
    this.reports = useCases.ofTills();
    this.copies = useCases.copies();
  }

  CompletionStage<Renderable> ofStore(Terminal caller, ApiRequest request) {
    return report(caller, request, Optional.empty(), "get_report_for_store");
  }

  CompletionStage<Renderable> ofTerminal(Terminal caller, ApiRequest request) {
    int terminalNo = request.pathTerminalNo();
    return report(caller, request, Optional.of(terminalNo), "get_report_for_terminal");
  }

  /** The same for a user of the tenant, who sees all its stores. */
  CompletionStage<Renderable> ofStore(String tenantId, ApiRequest request) {
    return copy(tenantId, request, Optional.empty(), "get_report_for_store");
  }

  CompletionStage<Renderable> ofTerminal(String tenantId, ApiRequest request) {
    int terminalNo = request.pathTerminalNo();
    return copy(tenantId, request, Optional.of(terminalNo), "get_report_for_terminal");
  }

  private CompletionStage<Renderable> copy(
      String tenantId, ApiRequest request, Optional<Integer> terminalNo, String operation) {
    ReportQuery query = ReportQuery.read(request, terminalNo);
    return copies
        .make(tenantId, query.request())
        .thenApply(report -> rendered(wanted(request), query, report, operation));
  }

  private CompletionStage<Renderable> report(
      Terminal caller, ApiRequest request, Optional<Integer> terminalNo, String operation) {
    ReportQuery query = ReportQuery.read(request, terminalNo);
    String type = wanted(request);
    if (type.equals("text/csv")) {
      return reports
          .make(caller, query.request())
          .thenApply(report -> rendered(type, query, report, operation));
    }
    return reports
        .print(caller, query.request(), request.idempotencyKey())
        .thenApply(report -> rendered(type, query, report, operation));
  }

  private static Renderable rendered(
      String type, ReportQuery query, StoreReport report, String operation) {
    return switch (type) {
      case "text/plain" -> () -> Answer.text("text/plain; charset=utf-8", report.journalText());
      case "text/csv" -> () -> Answer.text("text/csv; charset=utf-8", ReportTable.of(report));
      default ->
          new Reply(200, operation, message(query), json(query, report), JsonValueWriter.NULL);
    };
  }

  /** The first media type that the client names. */
  private static String wanted(ApiRequest request) {
    String[] parts = request.accept().orElse("").split("[,;]", -1);
    return parts[0].strip().toLowerCase(Locale.ROOT);
  }

  private static JsonValueWriter json(ReportQuery query, StoreReport report) {
    return switch (query.request().kind()) {
      case SALES -> new SalesReportJson(query, report);
      case CATEGORY, ITEM -> new GoodsReportJson(query, report);
      case PAYMENT -> new PaymentReportJson(query, report);
    };
  }

  /** kugelpos capitalizes the kind here. */
  private static String message(ReportQuery query) {
    String kind = WireEnumNames.of(query.request().kind());
    return Character.toUpperCase(kind.charAt(0))
        + kind.substring(1)
        + " report fetched successfully";
  }
}
