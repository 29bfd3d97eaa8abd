package dev.poscart.domain.simulation;

import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Transaction;
import java.util.ArrayList;
import java.util.List;

/** Whoever asks again under the same key hears of the same cart, or of the same transaction. */
final class WishChecks {

  private final Findings findings;
  private final List<Attempt> history;

  WishChecks(Findings findings, List<Attempt> history) {
    this.findings = findings;
    this.history = history;
  }

  void run() {
    for (List<Attempt> wish : Checker.grouped(history).values()) {
      List<CartId> carts = new ArrayList<>();
      List<Transaction> transactions = new ArrayList<>();
      for (Attempt attempt : wish) {
        attempt.created().ifPresent(carts::add);
        attempt.transaction().ifPresent(transactions::add);
      }
      findings.expect(
          carts.stream().distinct().count() <= 1 && transactions.stream().distinct().count() <= 1,
          "a repeated wish has one answer",
          wish);
    }
  }
}
