package dev.poscart.domain.usecase;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.port.TransactionLog.Appended;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.sale.Bill;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Finishes decided closings. Anybody may do it, any number of times, at the same time as others:
 *
 * <ol>
 *   <li>the next numbers of the terminal are read from the end of the log;
 *   <li>the transaction is appended. Somebody took the number: read again. Somebody appended this
 *       cart's transaction before: that one counts;
 *   <li>the cart is completed with what the log says. Somebody did that before: fine.
 * </ol>
 */
public final class ClosingCompletion {

  /** Each lost race means that another sale of the same terminal was closed. */
  private static final int ATTEMPTS = 256;

  private final CartStore carts;
  private final TransactionLog log;

  public ClosingCompletion(CartStore carts, TransactionLog log) {
    this.carts = carts;
    this.log = log;
  }

  /** The completed cart. */
  CompletionStage<Versioned<Cart>> finish(Versioned<Cart> marked) {
    return append(marked.value(), 1).thenCompose(transaction -> complete(marked, transaction));
  }

  private CompletionStage<Transaction> append(Cart cart, int attempt) {
    Closing closing = cart.closing().orElseThrow();
    NumberRange range = closing.receipt().numbers();
    return log.lastNumbers(closing.terminal())
        .thenCompose(
            last -> {
              IssuedNumbers numbers =
                  last.map(n -> n.next(range)).orElseGet(() -> IssuedNumbers.first(range));
              Transaction transaction = Printing.printed(Bill.transaction(cart, numbers));
              return log.append(transaction)
                  .thenCompose(outcome -> decide(cart, attempt, transaction, outcome));
            });
  }

  private CompletionStage<Transaction> decide(
      Cart cart, int attempt, Transaction transaction, Appended outcome) {
    if (outcome instanceof Appended.Done) {
      return CompletableFuture.completedFuture(transaction);
    }
    if (outcome instanceof Appended.ClaimTaken taken) {
      return CompletableFuture.completedFuture(taken.existing());
    }
    if (attempt == ATTEMPTS) {
      return CompletableFuture.failedFuture(
          new PortException(
              "transaction-log", Category.UNAVAILABLE, "no number after " + attempt + " attempts"));
    }
    return append(cart, attempt + 1);
  }

  private CompletionStage<Versioned<Cart>> complete(
      Versioned<Cart> marked, Transaction transaction) {
    Cart completed = Bill.complete(marked.value(), transaction);
    return carts
        .replace(completed, marked.version())
        // If the replace lost, somebody else completed the cart from the same log entry.
        .thenApply(done -> new Versioned<>(completed, marked.version() + 1));
  }
}
