package dev.poscart.app;

import dev.poscart.app.config.DataLocation;
import dev.poscart.app.config.ExitCode;
import dev.poscart.app.config.ReportPrintRequest;
import dev.poscart.app.console.Progress;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.port.ReferenceData;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.StoreSet;
import dev.poscart.domain.usecase.report.ReportCopies;
import dev.poscart.domain.usecase.report.ReportRequest;
import dev.poscart.domain.usecase.report.SessionReports;
import dev.poscart.domain.usecase.report.StoreReports;
import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * The {@code report} command: prints an X or Z report.
 *
 * @param terminal whether {@code err} is one, on which the progress is shown
 */
record ReportPrint(PrintStream out, PrintStream err, boolean terminal) {

  /**
   * Prints the report.
   *
   * @return the exit code; fails if the log cannot be read
   * @throws dev.poscart.domain.port.PortException if the database cannot be opened
   */
  CompletionStage<Integer> run(ReportPrintRequest request) {
    return Databases.look(
        DataLocation.read(request.values()),
        source ->
            Progress.of(err, terminal, "report", () -> days(source, request.report()))
                .thenCompose(progress -> print(source, request, progress)));
  }

  /** How many days of terminals there are to read. */
  private static CompletionStage<Long> days(StoreSet source, ReportRequest report) {
    long days = report.period().dates().size();
    return report.terminalNo().isPresent()
        ? CompletableFuture.completedFuture(days)
        : source
            .reference()
            .storeTerminals()
            .of(report.store())
            .thenApply(terminals -> terminals.size() * days);
  }

  private CompletionStage<Integer> print(
      StoreSet source, ReportPrintRequest request, Progress progress) {
    ReferenceData reference = source.reference();
    Profile profile = Profile.read(request.profile());
    return new ReportCopies(
            new StoreReports(
                reference.stores(),
                reference.storeTerminals(),
                tenantId -> CompletableFuture.completedFuture(profile.categoryNames(tenantId)),
                new SessionReports(
                    source.transactions(), new MeteredDeskLog(source.deskLog(), progress)),
                Clock.system(request.zone())))
        .make(request.report())
        .whenComplete((report, failure) -> progress.end())
        .thenApply(
            report -> {
              out.print(report.journalText());
              return ExitCode.DONE.code();
            })
        .exceptionally(failure -> refused(Stages.cause(failure)));
  }

  private int refused(Throwable cause) {
    if (cause instanceof Refused refused) {
      new OperatorOutput(out).line(String.valueOf(refused.getMessage()));
      return ExitCode.FAULTY.code();
    }
    throw new CompletionException(cause);
  }
}
