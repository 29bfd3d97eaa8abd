package dev.poscart.domain.simulation;

import dev.poscart.domain.document.Chain;
import dev.poscart.domain.document.TransactionDocument;
import dev.poscart.domain.model.ChainLink;
import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import dev.poscart.domain.simulation.Database.Logged;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Each terminal's entries have positions and numbers 1 to n, and the figures of each entry agree.
 */
final class LogChecks {

  private final Violations violations;
  private final Database database;
  private final Set<String> claims = new HashSet<>();
  private final Set<String> events = new HashSet<>();

  LogChecks(Violations violations, Database database) {
    this.violations = violations;
    this.database = database;
  }

  void run() {
    database.tills().values().forEach(this::till);
    Set<String> carts = new HashSet<>();
    database.carts().forEach(cart -> carts.add(Transaction.claimOf(cart.value().id())));
    for (Logged entry : database.log()) {
      violations.expect(
          entry.transaction.type() != TransactionType.SALE
              || carts.contains(entry.transaction.claim()),
          "a sale is of a cart",
          entry.transaction);
    }
  }

  private void till(List<Logged> entries) {
    int number = 0;
    int receipt = -1;
    Optional<String> hash = Optional.empty();
    for (Logged entry : entries) {
      Transaction transaction = entry.transaction;
      number++;
      numbered(transaction, number, receipt);
      receipt = transaction.numbers().receiptNo();
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

  private void numbered(Transaction transaction, int number, int lastReceipt) {
    violations.expect(
        transaction.position().position() == number,
        "positions of a terminal are 1 to n without gap or double",
        number,
        transaction);
    violations.expect(
        transaction.numbers().transactionNo() == number,
        "numbers of a terminal are 1 to n without gap or double",
        number,
        transaction);
    violations.expect(
        transaction.numbers().receiptNo() == next(transaction.receipt().numbers(), lastReceipt),
        "receipt numbers run through their range and over again",
        lastReceipt,
        transaction);
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

  private static int next(NumberRange range, int last) {
    return last < range.start() || last >= range.end() ? range.start() : last + 1;
  }
}
