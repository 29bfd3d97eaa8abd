package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import dev.poscart.domain.port.Versioned;

/**
 * How often the runs reached the situations that the checks are about, so that no check is vacuous.
 */
final class Totals {

  private final Tally tally;
  private final Evidence evidence;

  Totals(Tally tally, Evidence evidence) {
    this.tally = tally;
    this.evidence = evidence;
  }

  void count() {
    tally.add("events taken", evidence.published().size());
    for (Attempt attempt : evidence.history()) {
      if (attempt.operation() instanceof Operation.Close && attempt.isDone()) {
        tally.count("closings acknowledged");
      }
    }
    evidence.database().log().forEach(entry -> count(entry.transaction));
    evidence.database().carts().stream().map(Versioned::value).forEach(this::count);
  }

  private void count(Transaction entry) {
    boolean cancelled = entry.type() == TransactionType.SALE && entry.sales().cancelled();
    tally.count(cancelled ? "logged CANCELLED" : "logged " + entry.type());
    if (!entry.sales().cashRounding().isZero()) {
      tally.count("rounded " + entry.type());
    }
    if (entry.payments().stream().anyMatch(payment -> payment.surplus().isPositive())) {
      tally.count("kept " + entry.type());
    }
  }

  private void count(Cart cart) {
    boolean moved =
        cart.closing()
            .map(Closing::session)
            .filter(session -> !session.businessDate().equals(cart.businessDate()))
            .isPresent();
    if (moved) {
      tally.count("closed on another day than opened");
    }
  }
}
