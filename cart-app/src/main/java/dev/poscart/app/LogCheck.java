package dev.poscart.app;

import dev.poscart.app.config.Arguments.Request;
import dev.poscart.app.config.DataLocation;
import dev.poscart.app.config.ExitCode;
import dev.poscart.domain.usecase.audit.Finding;
import dev.poscart.domain.usecase.audit.LogReport;
import dev.poscart.domain.usecase.audit.LogVerification;
import dev.poscart.domain.usecase.audit.TillSummary;
import java.io.PrintStream;
import java.util.concurrent.CompletionStage;

/**
 * The {@code verify-log} command: checks the transaction log of a tenant and prints what it finds,
 * line by line.
 */
final class LogCheck {

  private static final int PAGE_SIZE = 200;

  private final OperatorOutput out;

  private LogCheck(PrintStream out) {
    this.out = new OperatorOutput(out);
  }

  /**
   * Checks the log.
   *
   * @return the exit code; fails if the log cannot be read
   * @throws dev.poscart.domain.port.PortException if the log cannot be opened
   */
  static CompletionStage<Integer> run(Request.VerifyLog request, PrintStream out) {
    LogCheck check = new LogCheck(out);
    return Databases.look(
        DataLocation.read(request.values()),
        source ->
            new LogVerification(source.inspection(), source.transactions(), PAGE_SIZE)
                .verify(request.tenantId(), request.noted(), check::print)
                .thenApply(check::print));
  }

  private void print(Finding finding) {
    out.line(finding.place() + ": " + finding.problem());
  }

  private int print(LogReport report) {
    if (report.entries() == 0 && report.findings() == 0) {
      out.line(
          "tenant "
              + report.tenantId()
              + ": no transactions (expected: a tenant with transactions)");
      return ExitCode.REFUSED.code();
    }
    report.tills().forEach(this::print);
    out.line(
        "tenant %s: terminals %d, transactions %d%s, faults %d"
            .formatted(
                report.tenantId(),
                report.tills().size(),
                report.entries() - report.deskEntries(),
                desk(report.deskEntries()),
                report.findings()));
    return (report.findings() == 0 ? ExitCode.DONE : ExitCode.FAULTY).code();
  }

  private void print(TillSummary till) {
    String notChained = till.notChained() == 0 ? "" : ", not chained " + till.notChained();
    String leftOut = till.leftOut() == 0 ? "" : ", numbers left out " + till.leftOut();
    out.line(
        "terminal %s: transactions %d%s, no. %d to %d%s%s; end %s=%d:%s"
            .formatted(
                till.till(),
                till.entries() - till.deskEntries(),
                desk(till.deskEntries()),
                till.first(),
                till.last(),
                notChained,
                leftOut,
                till.till(),
                till.last(),
                till.headHash()));
  }

  /** Openings, closings and cash movements have numbers of the same sequence. */
  private static String desk(long entries) {
    return entries == 0 ? "" : ", openings, closings and cash movements " + entries;
  }
}
