package dev.poscart.domain.simulation;

import dev.poscart.domain.model.TransactionKey;
import dev.poscart.domain.model.TransactionType;
import dev.poscart.domain.model.TransactionWithStatus;
import dev.poscart.domain.simulation.Operation.Close;
import dev.poscart.domain.simulation.Operation.ListLog;
import dev.poscart.domain.usecase.transaction.TransactionList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A read of the log shows everything acknowledged before, with reversals. */
final class ReadChecks {

  private final Violations violations;
  private final List<Attempt> history;

  ReadChecks(Violations violations, List<Attempt> history) {
    this.violations = violations;
    this.history = history;
  }

  void run() {
    for (Attempt attempt : history) {
      if (attempt.operation() instanceof ListLog
          && attempt.outcome() instanceof Outcome.Done<?> done
          && done.answer() instanceof TransactionList list) {
        read(attempt, list);
      }
    }
  }

  private void read(Attempt reading, TransactionList list) {
    Map<TransactionKey, TransactionWithStatus> seen = new HashMap<>();
    list.transactions().forEach(entry -> seen.put(entry.transaction().key(), entry));
    for (Attempt earlier : history) {
      if (earlier.isBefore(reading)) {
        acknowledged(earlier)
            .filter(key -> key.terminal().equals(reading.terminal()))
            .ifPresent(
                key ->
                    violations.expect(
                        seen.containsKey(key), "a reader sees what was acknowledged", reading));
        earlier
            .transaction()
            .filter(entry -> entry.type() == TransactionType.VOID_SALE)
            .flatMap(entry -> entry.origin())
            .map(origin -> new TransactionKey(origin.terminal(), origin.numbers().transactionNo()))
            .flatMap(sale -> Optional.ofNullable(seen.get(sale)))
            .ifPresent(
                sale ->
                    violations.expect(
                        sale.status().voided(), "a reader sees what became of a sale", reading));
      }
    }
  }

  private static Optional<TransactionKey> acknowledged(Attempt attempt) {
    if (attempt.operation() instanceof Close) {
      return attempt
          .cart()
          .map(
              answer ->
                  new TransactionKey(
                      answer.value().terminal(),
                      answer.value().closed().orElseThrow().numbers().transactionNo()));
    }
    return attempt.transaction().map(entry -> entry.key());
  }
}
