package dev.poscart.domain.simulation;

import dev.poscart.domain.document.Chain;
import dev.poscart.domain.document.TransactionDocument;
import dev.poscart.domain.model.ChainLink;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.report.SalesFigures;
import dev.poscart.domain.report.SoldGoods;
import dev.poscart.domain.simulation.Database.Logged;
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
  void till(List<Logged> entries) {
    int position = 0;
    Optional<String> hash = Optional.empty();
    for (Logged entry : entries) {
      Transaction transaction = entry.transaction;
      position++;
      violations.expect(
          transaction.position().position() == position,
          "positions of a terminal are 1 to n without gap or double",
          position,
          transaction);
      chained(transaction, hash);
      hash = transaction.link().map(ChainLink::hash);
      String tenant = transaction.terminal().tenantId() + "/";
      violations.expect(
          claims.add(tenant + transaction.claim()), "a claim is taken once", transaction);
      violations.expect(
          events.add(tenant + transaction.eventId()), "an event has one id", transaction);
      Arithmetic.check(violations, transaction);
    }
    reported(entries.stream().map(entry -> entry.transaction).toList());
  }

  private void reported(List<Transaction> entries) {
    ReportProof proof = new ReportProof();
    SalesFigures figures = SalesFigures.NONE;
    SoldGoods goods = SoldGoods.NONE;
    for (Transaction transaction : entries) {
      proof.add(transaction);
      figures = figures.plus(SalesFigures.of(transaction));
      goods = goods.plus(SoldGoods.of(transaction));
    }
    List<String> problems = proof.problems(figures, goods);
    violations.expect(problems.isEmpty(), "reports agree with the log", problems);
  }

  private void chained(Transaction transaction, Optional<String> previous) {
    Optional<ChainLink> link = transaction.link();
    Optional<String> hash = Optional.of(Chain.hash(TransactionDocument.write(transaction)));
    violations.expect(
        link.map(ChainLink::hash).equals(hash)
            && (previous.isEmpty() || previous.equals(link.map(ChainLink::previousHash))),
        "each entry is tied to the one before",
        transaction);
  }
}
