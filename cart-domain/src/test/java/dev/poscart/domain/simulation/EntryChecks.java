package dev.poscart.domain.simulation;

import dev.poscart.domain.document.Chain;
import dev.poscart.domain.document.TransactionDocument;
import dev.poscart.domain.model.ChainLink;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.simulation.Database.Logged;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What holds in any log: a terminal's entries have positions 1 to n and are chained, claims and
 * events are unique, and the figures of each entry agree.
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
