package dev.poscart.app;

import dev.poscart.app.config.Arguments.Request;
import dev.poscart.app.config.DataLocation;
import dev.poscart.app.config.ExitCode;
import dev.poscart.app.console.Progress;
import dev.poscart.domain.port.StoreSet;
import dev.poscart.domain.usecase.audit.Finding;
import dev.poscart.domain.usecase.audit.LogReport;
import dev.poscart.domain.usecase.audit.LogVerification;
import dev.poscart.domain.usecase.audit.NotedEnd;
import dev.poscart.domain.usecase.audit.TillSummary;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The {@code verify-log} command: checks the transaction log of a tenant and prints what it finds,
 * line by line.
 */
final class LogCheck {

  private static final int PAGE_SIZE = 200;

  private final OperatorOutput out;
  private final PrintStream err;
  private final boolean terminal;

  /**
   * @param terminal whether {@code err} is one, on which the progress is shown
   */
  LogCheck(PrintStream out, PrintStream err, boolean terminal) {
    this.out = new OperatorOutput(out);
    this.err = err;
    this.terminal = terminal;
  }

  /**
   * Checks the log.
   *
   * @return the exit code; fails if the log cannot be read
   * @throws dev.poscart.domain.port.PortException if the log cannot be opened
   */
  CompletionStage<Integer> run(Request.VerifyLog request) {
    return Databases.look(
        DataLocation.read(request.values()),
        source -> verify(source, request.tenantId(), request.noted()));
  }

  /** Checks the log of a tenant in an open database; returns the exit code. */
  CompletionStage<Integer> verify(StoreSet source, String tenantId, List<NotedEnd> noted) {
    return Progress.of(err, terminal, "verify", () -> source.inspection().count(tenantId))
        .thenCompose(progress -> verify(source, tenantId, noted, progress));
  }

  private CompletionStage<Integer> verify(
      StoreSet source, String tenantId, List<NotedEnd> noted, Progress progress) {
    return new LogVerification(
            new MeteredInspection(source.inspection(), progress), source.transactions(), PAGE_SIZE)
        .verify(
            tenantId,
            noted,
            finding -> {
              progress.end();
              print(finding);
            })
        .whenComplete((report, failure) -> progress.end())
        .thenApply(this::print);
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
