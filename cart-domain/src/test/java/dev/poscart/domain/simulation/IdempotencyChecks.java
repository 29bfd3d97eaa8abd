package dev.poscart.domain.simulation;

import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Transaction;
import java.util.ArrayList;
import java.util.List;

/** A repeat under the same key gets the same cart, or the same transaction. */
final class IdempotencyChecks {

  private final Violations violations;
  private final List<Attempt> history;

  IdempotencyChecks(Violations violations, List<Attempt> history) {
    this.violations = violations;
    this.history = history;
  }

  void run() {
    for (List<Attempt> request : InvariantChecker.grouped(history).values()) {
      List<CartId> carts = new ArrayList<>();
      List<Transaction> transactions = new ArrayList<>();
      for (Attempt attempt : request) {
        attempt.created().ifPresent(carts::add);
        attempt.transaction().ifPresent(transactions::add);
      }
      violations.expect(
          carts.stream().distinct().count() <= 1 && transactions.stream().distinct().count() <= 1,
          "a repeated request has one answer",
          request);
    }
  }
}
