package dev.poscart.domain.usecase.change;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.SessionGuard;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.sale.Bill;
import dev.poscart.domain.usecase.numbering.Numbering;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Finishes closings that have been decided. Any number of processes may do so concurrently and
 * repeatedly:
 *
 * <ol>
 *   <li>The next position and numbers of the terminal are read from the end of the log.
 *   <li>The transaction is appended. If they are taken, the end is read again. If this cart's
 *       transaction is already in the log, that one counts.
 *   <li>The cart is completed with the data in the log, unless that has been done already.
 * </ol>
 */
public final class ClosingCompletion {

  private final CartRepository carts;
  private final Numbering numbering;

  /** Finishes closings in sessions that do not end meanwhile. */
  public ClosingCompletion(CartRepository carts, TransactionLog log) {
    this(carts, log, SessionGuard.NONE);
  }

  public ClosingCompletion(CartRepository carts, TransactionLog log, SessionGuard guard) {
    this.carts = carts;
    this.numbering = new Numbering(log, guard);
  }

  /**
   * Finishes a closing.
   *
   * @return the completed cart; if the terminal was closed before its transaction was in the log,
   *     the cart as it was before the closing was decided
   */
  public CompletionStage<Versioned<Cart>> finish(Versioned<Cart> marked) {
    Cart cart = marked.value();
    Closing closing = cart.closing().orElseThrow();
    return numbering
        .append(
            closing.terminal(),
            closing.receipt().numbers(),
            numbers -> Bill.transaction(cart, numbers))
        .thenCompose(entry -> complete(marked, entry.transaction()))
        .exceptionallyCompose(failure -> reopened(marked, Stages.cause(failure)));
  }

  private CompletionStage<Versioned<Cart>> reopened(Versioned<Cart> marked, Throwable failure) {
    boolean isClosed =
        failure instanceof Refused refused && refused.refusal() == Refusal.TERMINAL_NOT_OPENED;
    if (!isClosed) {
      return CompletableFuture.failedFuture(failure);
    }
    Cart open = Bill.unmark(marked.value());
    return carts
        .replace(marked, open)
        .thenCompose(
            done ->
                done.isPresent()
                    ? Stages.completed(done.get())
                    // Another process has done this or, after another opening, the closing.
                    : CompletableFuture.failedFuture(failure));
  }

  private CompletionStage<Versioned<Cart>> complete(
      Versioned<Cart> marked, Transaction transaction) {
    Cart completed = Bill.complete(marked.value(), transaction);
    return carts
        .replace(marked, completed)
        // If the replacement failed, another process has completed the cart from the same log
        // entry.
        .thenApply(done -> done.orElse(new Versioned<>(completed, marked.version() + 1)));
  }
}
