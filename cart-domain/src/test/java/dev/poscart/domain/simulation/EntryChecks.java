package dev.poscart.domain.simulation;

import dev.poscart.domain.document.Chain;
import dev.poscart.domain.document.LogEntryDocument;
import dev.poscart.domain.model.ChainLink;
import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.report.GoodsSum;
import dev.poscart.domain.report.SalesFigures;
import dev.poscart.domain.report.SoldGoods;
import dev.poscart.domain.usecase.audit.ReportProof;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What holds in any log: a terminal's entries have positions 1 to n and are chained, claims and
 * events are unique, the figures of each entry agree, and so do reports of all of them.
 */
final class EntryChecks {

  private final Violations violations;
  private final Set<String> claims = new HashSet<>();
  private final Set<String> events = new HashSet<>();

  EntryChecks(Violations violations) {
    this.violations = violations;
  }

  /** Checks the entries of one terminal. */
  void till(List<LogEntry> entries) {
    int position = 0;
    Optional<String> hash = Optional.empty();
    for (LogEntry entry : entries) {
      position++;
      violations.expect(
          entry.position().position() == position,
          "positions of a terminal are 1 to n without gap or double",
          position,
          entry);
      chained(entry, hash);
      hash = entry.link().map(ChainLink::hash);
      String tenant = entry.terminal().tenantId() + "/";
      violations.expect(claims.add(tenant + entry.claim()), "a claim is taken once", entry);
      violations.expect(events.add(tenant + entry.eventId()), "an event has one id", entry);
    }
    List<Transaction> transactions = transactions(entries);
    transactions.forEach(transaction -> Arithmetic.check(violations, transaction));
    reported(transactions);
  }

  static List<Transaction> transactions(List<LogEntry> entries) {
    return entries.stream()
        .filter(Transaction.class::isInstance)
        .map(Transaction.class::cast)
        .toList();
  }

  private void reported(List<Transaction> entries) {
    ReportProof proof = new ReportProof();
    SalesFigures figures = SalesFigures.NONE;
    GoodsSum goods = new GoodsSum();
    for (Transaction transaction : entries) {
      proof.add(transaction);
      figures = figures.plus(SalesFigures.of(transaction));
      goods.add(SoldGoods.of(transaction));
    }
    List<String> problems = proof.problems(figures, goods.sum());
    violations.expect(problems.isEmpty(), "reports agree with the log", problems);
  }

  private void chained(LogEntry entry, Optional<String> previous) {
    Optional<ChainLink> link = entry.link();
    Optional<String> hash = Optional.of(Chain.hash(LogEntryDocument.write(entry)));
    violations.expect(
        link.map(ChainLink::hash).equals(hash)
            && (previous.isEmpty() || previous.equals(link.map(ChainLink::previousHash))),
        "each entry is tied to the one before",
        entry);
  }
}
