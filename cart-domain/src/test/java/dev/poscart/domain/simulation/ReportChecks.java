package dev.poscart.domain.simulation;

import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.report.Drawer;
import dev.poscart.domain.report.SoldGoods;
import dev.poscart.domain.simulation.Operation.Report;
import dev.poscart.domain.usecase.audit.ReportProof;
import dev.poscart.domain.usecase.report.SessionReport;
import dev.poscart.domain.usecase.report.StoreReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The Z report of a session has the figures of the log, and the same ones each time. */
final class ReportChecks {

  private final Violations violations;
  private final Evidence evidence;
  private final Tally tally;
  private final Map<String, Figures> frozen = new HashMap<>();

  ReportChecks(Violations violations, Evidence evidence, Tally tally) {
    this.violations = violations;
    this.evidence = evidence;
    this.tally = tally;
  }

  void run() {
    for (Attempt attempt : evidence.history()) {
      if (attempt.operation() instanceof Report asked) {
        checkRefusal(attempt, asked);
        attempt.report().filter(report -> asked.daily()).ifPresent(z -> check(attempt, asked, z));
      }
    }
  }

  private void checkRefusal(Attempt attempt, Report asked) {
    violations.expect(
        !(attempt.outcome() instanceof Outcome.Rejected<?> rejected)
            || (asked.daily() && rejected.refusal() == Refusal.REPORT_NOT_CLOSED),
        "only a Z report of an open session is refused",
        attempt);
  }

  private void check(Attempt attempt, Report asked, StoreReport report) {
    tally.count("Z reports");
    List<LogEntry> entries =
        evidence
            .database()
            .entries()
            .getOrDefault(attempt.terminal().terminalId(), List.of())
            .stream()
            .filter(entry -> entry.session().equals(asked.session()))
            .toList();
    ReportProof proof = new ReportProof();
    EntryChecks.transactions(entries).forEach(proof::add);
    List<String> problems = proof.problems(report.sales(), report.goods());
    violations.expect(problems.isEmpty(), "a Z report agrees with the log", attempt, problems);
    List<DeskEntry> desk =
        entries.stream().filter(DeskEntry.class::isInstance).map(DeskEntry.class::cast).toList();
    violations.expect(
        isOf(report.drawer(), desk), "a Z report has the cash of the log", attempt, desk);
    Figures figures = new Figures(report.sessions(), report.goods());
    String session = attempt.terminal().terminalId() + asked.session();
    Optional.ofNullable(frozen.putIfAbsent(session, figures))
        .ifPresent(
            first -> {
              tally.count("Z reports made again");
              violations.expect(
                  first.equals(figures), "a Z report is the same each time", first, attempt);
            });
  }

  private static boolean isOf(Drawer drawer, List<DeskEntry> desk) {
    Money in = sum(desk, Money::isPositive);
    Money out = sum(desk, Money::isNegative);
    return drawer.cashIn().amount().equals(in)
        && drawer.cashOut().amount().equals(out)
        && drawer
            .counted()
            .equals(
                desk.stream()
                    .filter(entry -> entry.kind() == DeskEntry.Kind.CLOSED)
                    .findFirst()
                    .flatMap(closing -> closing.state().countedCash()));
  }

  /** What a Z report must say each time. */
  private record Figures(List<SessionReport> sessions, SoldGoods goods) {}

  private static Money sum(List<DeskEntry> desk, Predicate<Money> direction) {
    Money sum = Money.ZERO;
    for (DeskEntry entry : desk) {
      Money moved =
          entry.kind() == DeskEntry.Kind.OPENED
              ? entry.state().openingFloat().orElse(Money.ZERO)
              : entry.signedAmount();
      sum = direction.test(moved) ? sum.plus(moved) : sum;
    }
    return sum;
  }
}
