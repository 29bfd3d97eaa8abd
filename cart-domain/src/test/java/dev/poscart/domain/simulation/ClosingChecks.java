package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.simulation.Operation.Close;
import java.util.List;

/**
 * A cart is closed once, only on request, with one transaction that agrees with the cart and has
 * the answered numbers.
 */
final class ClosingChecks {

  private final Violations violations;
  private final Database database;
  private final Cart cart;
  private final List<Attempt> attempts;

  ClosingChecks(Violations violations, Database database, Cart cart, List<Attempt> attempts) {
    this.violations = violations;
    this.database = database;
    this.cart = cart;
    this.attempts = attempts;
  }

  void run() {
    violations.expect(!cart.isClosing(), "no cart is left closing", cart);
    List<Transaction> logged =
        database.log().stream()
            .map(entry -> entry.transaction)
            .filter(entry -> entry.claim().equals(Transaction.claimOf(cart.id())))
            .toList();
    boolean over = cart.status() == CartStatus.COMPLETED || cart.status() == CartStatus.CANCELLED;
    violations.expect(
        logged.size() == (over ? 1 : 0),
        "a cart that is over has one transaction, any other has none",
        cart,
        logged);
    logged.forEach(this::logged);
    for (Attempt attempt : attempts) {
      if (attempt.operation() instanceof Close close) {
        attempt.cart().ifPresent(answer -> answered(attempt, close, answer.value(), logged));
      }
    }
  }

  private void answered(Attempt attempt, Close close, Cart answer, List<Transaction> logged) {
    violations.expect(logged.size() == 1, "an acknowledged closing is in the log", attempt);
    violations.expect(
        logged.stream().allMatch(entry -> isAnswered(entry, answer, close)),
        "a closing has the kind and the numbers that were answered",
        attempt,
        logged);
  }

  private void logged(Transaction entry) {
    Closing.Kind kind = entry.sales().cancelled() ? Closing.Kind.CANCEL : Closing.Kind.BILL;
    List<Attempt> causes =
        attempts.stream()
            .filter(attempt -> attempt.operation() instanceof Close close && close.kind() == kind)
            .filter(attempt -> attempt.terminal().equals(entry.terminal()))
            .filter(Attempt::mayBeDone)
            .toList();
    violations.expect(!causes.isEmpty(), "what was refused is not in the log", entry);
    violations.expect(
        cart.status() == (entry.sales().cancelled() ? CartStatus.CANCELLED : CartStatus.COMPLETED)
            && cart.closed().map(closed -> closed.numbers().equals(entry.numbers())).orElse(false)
            && cart.terminal().equals(entry.terminal()),
        "the cart knows its transaction",
        cart,
        entry);
    violations.expect(
        cart.lines().equals(entry.lines())
            && cart.payments().equals(entry.payments())
            && cart.taxes().equals(entry.taxes())
            && cart.subtotalDiscounts().equals(entry.subtotalDiscounts())
            && cart.totalWithTax().equals(entry.sales().totalWithTax()),
        "the transaction says what the cart says",
        cart,
        entry);
  }

  private static boolean isAnswered(Transaction entry, Cart answer, Close close) {
    return answer.closed().map(closed -> closed.numbers().equals(entry.numbers())).orElse(false)
        && answer.terminal().equals(entry.terminal())
        && entry.sales().cancelled() == (close.kind() == Closing.Kind.CANCEL)
        && answer.lines().equals(entry.lines())
        && answer.payments().equals(entry.payments());
  }
}
