package dev.poscart.app.crash;

import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.usecase.audit.LogReport;
import dev.poscart.domain.usecase.audit.LogVerification;
import dev.poscart.domain.usecase.audit.NotedEnd;
import dev.poscart.domain.usecase.audit.TillSummary;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code verify-log}, with the ends noted before. */
final class LogAudit {

  private static final int PAGE_SIZE = 500;

  private LogAudit() {}

  /** Verifies the log and notes its ends for the next time. */
  static void check(StoreView store, StoredLog log, History history) {
    LogReport report = verified(store, history.ends());
    assertThat(report.entries()).as("entries of all tills").isEqualTo(log.all().size());
    history.noteEnds(report.tills().stream().map(LogAudit::end).toList());
  }

  /** Verifies the log. */
  static LogReport verified(StoreView store, List<NotedEnd> ends) {
    List<String> findings = new ArrayList<>();
    LogReport report =
        result(
            new LogVerification(store.inspection(), store.log(), PAGE_SIZE)
                .verify(
                    StoredLog.key(1).tenantId(),
                    ends,
                    finding -> findings.add(finding.place() + ": " + finding.problem())));
    assertThat(findings).as("what verify-log finds").isEmpty();
    assertThat(report.tills())
        .allSatisfy(till -> assertThat(till.notChained()).as("not chained: %s", till).isZero());
    return report;
  }

  private static NotedEnd end(TillSummary till) {
    return new NotedEnd(till.till(), till.last(), till.headHash());
  }
}
