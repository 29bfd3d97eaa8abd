package dev.poscart.app;

import dev.poscart.app.config.DataLocation;
import dev.poscart.app.config.ExitCode;
import dev.poscart.app.config.ReportPrintRequest;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.port.ReferenceData;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.StoreSet;
import dev.poscart.domain.usecase.report.ReportCopies;
import dev.poscart.domain.usecase.report.SessionReports;
import dev.poscart.domain.usecase.report.StoreReports;
import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The {@code report} command: prints an X or Z report. */
final class ReportPrint {

  private ReportPrint() {}

  /**
   * Prints the report.
   *
   * @return the exit code; fails if the log cannot be read
   * @throws dev.poscart.domain.port.PortException if the database cannot be opened
   */
  static CompletionStage<Integer> run(ReportPrintRequest request, PrintStream out) {
    return Databases.look(
        DataLocation.read(request.values()), source -> print(source, request, out));
  }

  private static CompletionStage<Integer> print(
      StoreSet source, ReportPrintRequest request, PrintStream out) {
    ReferenceData reference = source.reference();
    Profile profile = Profile.read(request.profile());
    return new ReportCopies(
            new StoreReports(
                reference.stores(),
                reference.storeTerminals(),
                tenantId -> CompletableFuture.completedFuture(profile.categoryNames(tenantId)),
                new SessionReports(source.transactions(), source.deskLog()),
                Clock.system(request.zone())))
        .make(request.report())
        .thenApply(
            report -> {
              out.print(report.journalText());
              return ExitCode.DONE.code();
            })
        .exceptionally(failure -> refused(Stages.cause(failure), out));
  }

  private static int refused(Throwable cause, PrintStream out) {
    if (cause instanceof Refused refused) {
      new OperatorOutput(out).line(String.valueOf(refused.getMessage()));
      return ExitCode.FAULTY.code();
    }
    throw new CompletionException(cause);
  }
}
