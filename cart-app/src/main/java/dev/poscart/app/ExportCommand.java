package dev.poscart.app;

import dev.poscart.app.config.DataLocation;
import dev.poscart.app.config.ExitCode;
import dev.poscart.app.config.ExportRequest;
import dev.poscart.app.console.Progress;
import dev.poscart.app.export.LogExport;
import dev.poscart.domain.port.LogInspection;
import java.io.PrintStream;
import java.util.concurrent.CompletionStage;

/** The {@code export} command: writes the log of a tenant to a file. */
final class ExportCommand {

  private ExportCommand() {}

  /**
   * Exports the log.
   *
   * @param terminal whether {@code err} is one, on which the progress is shown
   * @return the exit code; fails if the log cannot be read or the file cannot be written
   * @throws dev.poscart.domain.port.PortException if the database cannot be opened
   */
  static CompletionStage<Integer> run(
      ExportRequest request, PrintStream out, PrintStream err, boolean terminal) {
    OperatorOutput messages = new OperatorOutput(err);
    return Databases.look(
        DataLocation.read(request.values()),
        source -> {
          LogInspection log = source.inspection();
          return Progress.of(err, terminal, "export", () -> log.count(request.tenantId()))
              .thenCompose(progress -> LogExport.run(request, log, out, messages::line, progress))
              .thenApply(exported -> report(request, exported, messages));
        });
  }

  private static int report(
      ExportRequest request, LogExport.Exported exported, OperatorOutput messages) {
    messages.line(
        "tenant %s: exported %d, damaged %d"
            .formatted(request.tenantId(), exported.entries(), exported.damaged()));
    return (exported.damaged() == 0 ? ExitCode.DONE : ExitCode.FAULTY).code();
  }
}
