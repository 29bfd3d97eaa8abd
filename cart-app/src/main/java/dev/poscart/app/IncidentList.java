package dev.poscart.app;

import dev.poscart.app.config.DataLocation;
import dev.poscart.app.config.ExitCode;
import dev.poscart.app.config.IncidentRequest;
import dev.poscart.domain.model.CarryIncident;
import dev.poscart.domain.model.LoggedIncident;
import dev.poscart.domain.port.IncidentQuery;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The {@code incidents} command: lists what was refused or odd about carried carts. */
final class IncidentList {

  private final OperatorOutput out;

  private IncidentList(PrintStream out) {
    this.out = new OperatorOutput(out);
  }

  /**
   * Lists the incidents.
   *
   * @return the exit code; fails if they cannot be read
   * @throws dev.poscart.domain.port.PortException if the database cannot be opened
   */
  static CompletionStage<Integer> run(IncidentRequest request, PrintStream out) {
    IncidentList list = new IncidentList(out);
    IncidentQuery query =
        new IncidentQuery(
            request.tenantId(), request.cart(), request.kind(), Instant.now(), request.limit());
    return Databases.look(
        DataLocation.read(request.values()),
        source ->
            source
                .incidents()
                .query(query)
                .thenApply(found -> list.print(request.tenantId(), found)));
  }

  private int print(String tenantId, List<LoggedIncident> found) {
    found.forEach(this::print);
    out.line("tenant " + tenantId + ": incidents " + found.size());
    return ExitCode.DONE.code();
  }

  private void print(LoggedIncident logged) {
    CarryIncident incident = logged.incident();
    out.line(
        "%s %s terminal %s cart %s: %s"
            .formatted(
                logged.at(),
                IncidentRequest.word(incident.kind()),
                incident.terminal().terminalId(),
                incident.cart(),
                incident.reason()));
  }
}
