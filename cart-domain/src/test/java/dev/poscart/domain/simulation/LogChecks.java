package dev.poscart.domain.simulation;

import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Each terminal's entries have numbers 1 to n, and receipt numbers that run through their range.
 */
final class LogChecks {

  private final Violations violations;
  private final Database database;
  private final EntryChecks entries;

  LogChecks(Violations violations, Database database) {
    this.violations = violations;
    this.database = database;
    this.entries = new EntryChecks(violations);
  }

  void run() {
    database.entries().values().forEach(this::till);
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

  private void till(List<LogEntry> till) {
    entries.till(till);
    int number = 0;
    int receipt = -1;
    for (Transaction transaction : EntryChecks.transactions(till)) {
      numbered(transaction, ++number, receipt);
      receipt = transaction.numbers().receiptNo();
    }
  }

  private void numbered(Transaction transaction, int number, int lastReceipt) {
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

  private static int next(NumberRange range, int last) {
    return last < range.start() || last >= range.end() ? range.start() : last + 1;
  }
}
