package dev.poscart.domain.usecase.change;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.sale.Bill;
import dev.poscart.domain.usecase.numbering.Numbering;
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

  private final CartRepository carts;
  private final Numbering numbering;

  public ClosingCompletion(CartRepository carts, TransactionLog log) {
    this.carts = carts;
    this.numbering = new Numbering(log);
  }

  /** The completed cart. */
  public CompletionStage<Versioned<Cart>> finish(Versioned<Cart> marked) {
    Cart cart = marked.value();
    Closing closing = cart.closing().orElseThrow();
    return numbering
        .append(
            closing.terminal(),
            closing.receipt().numbers(),
            numbers -> Bill.transaction(cart, numbers))
        .thenCompose(entry -> complete(marked, entry.transaction()));
  }

  private CompletionStage<Versioned<Cart>> complete(
      Versioned<Cart> marked, Transaction transaction) {
    Cart completed = Bill.complete(marked.value(), transaction);
    return carts
        .replace(marked, completed)
        // If the replace lost, somebody else completed the cart from the same log entry.
        .thenApply(done -> done.orElse(new Versioned<>(completed, marked.version() + 1)));
  }
}
