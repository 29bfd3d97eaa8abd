package dev.poscart.domain.usecase.closing;

import dev.poscart.domain.model.CarriedCart;
import dev.poscart.domain.model.CarryIncident;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.model.TerminalNumbers;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import dev.poscart.domain.port.CarryAudit;
import dev.poscart.domain.port.SessionGuard;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.sale.Bill;
import dev.poscart.domain.sale.RecordedSale;
import dev.poscart.domain.usecase.change.RevisionCheck;
import dev.poscart.domain.usecase.numbering.Numbering;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Closes carried carts. As no cart is stored, the log alone decides: the request that appends the
 * transaction of a cart closes it, and any other one, at once or later, gets the transaction in the
 * log.
 */
public final class CarriedClosing {

  private final Numbering numbering;
  private final TransactionLog log;
  private final CarryAudit audit;
  private final RevisionCheck revisions;
  private final RepeatedClosing repeated;

  /** Closes carts in sessions that do not end meanwhile. */
  public CarriedClosing(
      TransactionLog log, CarryAudit audit, RevisionCheck revisions, RepeatedClosing repeated) {
    this(log, audit, revisions, repeated, SessionGuard.NONE);
  }

  public CarriedClosing(
      TransactionLog log,
      CarryAudit audit,
      RevisionCheck revisions,
      RepeatedClosing repeated,
      SessionGuard guard) {
    this.numbering = new Numbering(log, guard);
    this.log = log;
    this.audit = audit;
    this.revisions = revisions;
    this.repeated = repeated;
  }

  /**
   * Closes a cart that is marked as closing.
   *
   * @param presented the cart that came with the request
   * @param numbers given by the terminal; empty: the next ones
   * @return the closed cart as it is in the log; fails with {@link Refusal#CLOSED_OTHERWISE} if the
   *     cart is closed in another way, or another transaction has the number, and with {@link
   *     Refusal#SNAPSHOT_OUTDATED} if what was presented was not the latest and that is enforced
   */
  CompletionStage<Cart> finish(
      CarriedCart presented, Cart marked, Optional<TerminalNumbers> numbers) {
    Closing closing = marked.closing().orElseThrow();
    return outdated(presented, marked)
        .thenCompose(
            found ->
                found
                    .map(incident -> unlessClosed(incident, marked, numbers))
                    .orElseGet(() -> append(marked, closing, numbers)))
        .exceptionallyCompose(failure -> noted(marked, Stages.cause(failure)))
        .thenCompose(
            entry ->
                entry.mine()
                    ? noteFallback(marked, numbers, entry.transaction())
                    : recorded(marked, numbers, entry.transaction()));
  }

  /** If the database cannot be asked, the log in it cannot be appended to either. */
  private CompletionStage<Optional<CarryIncident>> outdated(CarriedCart presented, Cart marked) {
    CompletionStage<Optional<CarryIncident>> found =
        revisions.find(marked.terminal(), presented, marked);
    return revisions.enforces() ? found : found.exceptionally(failure -> Optional.empty());
  }

  /** A cart that is in the log cannot go back, so its repeated closing is answered as ever. */
  private CompletionStage<Numbering.Entry> unlessClosed(
      CarryIncident incident, Cart marked, Optional<TerminalNumbers> numbers) {
    return log.findByClaim(marked.terminal().tenantId(), Transaction.claimOf(marked.id()))
        .thenCompose(
            logged ->
                logged.isPresent()
                    ? Stages.completed(new Numbering.Entry(logged.get(), false))
                    : revisions
                        .report(incident)
                        .thenCompose(
                            reported -> append(marked, marked.closing().orElseThrow(), numbers)));
  }

  private CompletionStage<Numbering.Entry> append(
      Cart marked, Closing closing, Optional<TerminalNumbers> numbers) {
    return numbering.append(
        closing.terminal(),
        numbers,
        closing.receipt().numbers(),
        issued -> Bill.transaction(marked, issued));
  }

  private CompletionStage<Cart> noteFallback(
      Cart marked, Optional<TerminalNumbers> numbers, Transaction transaction) {
    Cart closed = Bill.complete(marked, transaction);
    return numbers.isPresent()
        ? Stages.completed(closed)
        : note(marked, CarryIncident.Kind.NUMBERING_FALLBACK, "the terminal gave no numbers")
            .thenApply(noted -> closed);
  }

  private CompletionStage<Cart> recorded(
      Cart marked, Optional<TerminalNumbers> numbers, Transaction recorded) {
    if (!isSameWay(marked, recorded)) {
      return refuse(
          marked,
          "The cart is closed as " + (recorded.sales().cancelled() ? "cancelled" : "billed"));
    }
    Optional<String> difference = RecordedSale.difference(marked, recorded);
    if (difference.isPresent()) {
      return note(marked, CarryIncident.Kind.REPEAT_DIFFERS, difference.get())
          .thenCompose(
              noted ->
                  repeated == RepeatedClosing.REFUSE
                      ? refuse(marked, "The cart is closed with other contents")
                      : Stages.completed(Bill.recorded(marked, recorded)));
    }
    return numbers
        .flatMap(given -> RecordedSale.difference(given, recorded))
        .map(other -> note(marked, CarryIncident.Kind.REPEAT_DIVERGED, other))
        .orElseGet(() -> Stages.completed(marked))
        .thenApply(noted -> Bill.recorded(marked, recorded));
  }

  private static boolean isSameWay(Cart marked, Transaction recorded) {
    boolean cancels = marked.closing().orElseThrow().kind() == Closing.Kind.CANCEL;
    return recorded.type() == TransactionType.SALE && recorded.sales().cancelled() == cancels;
  }

  private <T> CompletionStage<T> refuse(Cart cart, String reason) {
    return note(cart, CarryIncident.Kind.CLOSED_OTHERWISE, reason)
        .thenApply(
            noted -> {
              throw new Refused(Refusal.CLOSED_OTHERWISE, reason, ": ", Subject.cart(cart.id()));
            });
  }

  private <T> CompletionStage<T> noted(Cart cart, Throwable failure) {
    CompletionStage<T> failed = CompletableFuture.failedFuture(failure);
    return failure instanceof Refused refused && refused.refusal() == Refusal.CLOSED_OTHERWISE
        ? note(cart, CarryIncident.Kind.CLOSED_OTHERWISE, refused.detail())
            .thenCompose(noted -> failed)
        : failed;
  }

  private CompletionStage<Cart> note(Cart cart, CarryIncident.Kind kind, String reason) {
    Closing closing = cart.closing().orElseThrow();
    return audit
        .note(new CarryIncident(kind, closing.terminal(), cart.id(), reason))
        .thenApply(noted -> cart);
  }
}
