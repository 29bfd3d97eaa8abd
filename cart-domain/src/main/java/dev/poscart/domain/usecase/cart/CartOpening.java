package dev.poscart.domain.usecase.cart;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartBuilder;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.Customer;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TransactionType;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.Identifiers;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.StoreDirectory;
import dev.poscart.domain.port.Taxes;
import dev.poscart.domain.usecase.session.Booking;
import dev.poscart.domain.usecase.session.BookingClock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Makes new carts. */
public final class CartOpening {

  private final CartStore carts;
  private final StoreDirectory storeDirectory;
  private final Taxes taxes;
  private final Identifiers identifiers;
  private final BookingClock clock;
  private final CashRounding cashRounding;
  private final Optional<ChangeId> change;

  /**
   * The opening of carts over its collaborators.
   *
   * @param cashRounding of the carts that are made
   */
  public CartOpening(
      CartStore carts,
      StoreDirectory storeDirectory,
      Taxes taxes,
      Identifiers identifiers,
      BookingClock clock,
      CashRounding cashRounding) {
    this(carts, storeDirectory, taxes, identifiers, clock, cashRounding, Optional.empty());
  }

  private CartOpening(
      CartStore carts,
      StoreDirectory storeDirectory,
      Taxes taxes,
      Identifiers identifiers,
      BookingClock clock,
      CashRounding cashRounding,
      Optional<ChangeId> change) {
    this.carts = carts;
    this.storeDirectory = storeDirectory;
    this.taxes = taxes;
    this.identifiers = identifiers;
    this.clock = clock;
    this.cashRounding = cashRounding;
    this.change = change;
  }

  /** The same, but making one cart, however many attempts have this id: it is the cart's, too. */
  CartOpening once(ChangeId id) {
    return new CartOpening(
        carts, storeDirectory, taxes, identifiers, clock, cashRounding, Optional.of(id));
  }

  CompletionStage<CartId> open(
      Terminal terminal, Optional<Integer> transactionType, Customer customer) {
    return Stages.attempt(() -> insert(terminal, transactionType, customer))
        .exceptionallyCompose(failure -> orOpened(terminal, failure));
  }

  /** Whatever stands in the way of this attempt: if an earlier one made the cart, it is there. */
  private CompletionStage<CartId> orOpened(Terminal terminal, Throwable failure) {
    if (change.isEmpty()) {
      return CompletableFuture.failedFuture(failure);
    }
    CartId id = new CartId(change.get().value());
    return carts
        .find(terminal.key().tenantId(), id)
        .exceptionally(again -> Optional.empty())
        .thenCompose(
            found ->
                found.isPresent()
                    ? CompletableFuture.completedFuture(id)
                    : CompletableFuture.failedFuture(failure));
  }

  private CompletionStage<CartId> insert(
      Terminal terminal, Optional<Integer> transactionType, Customer customer) {
    checkType(transactionType);
    return clock.now(terminal).thenCompose(booking -> insert(booking, customer));
  }

  private CompletionStage<CartId> insert(Booking booking, Customer customer) {
    Terminal terminal = booking.terminal();
    checkTerminal(terminal);
    return storeDirectory
        .find(terminal.key().store())
        .thenCombine(
            taxes.ofTenant(terminal.key().tenantId()),
            (store, taxTable) ->
                CartBuilder.idle(
                    new CartId(change.map(ChangeId::value).orElseGet(identifiers::newUuid)),
                    terminal,
                    store.map(Store::name).orElse(""),
                    customer,
                    booking.at(),
                    taxTable,
                    cashRounding))
        .thenCompose(cart -> carts.insert(cart).thenApply(stored -> cart))
        .thenApply(Cart::id);
  }

  private static void checkType(Optional<Integer> transactionType) {
    int sale = TransactionType.SALE.code();
    if (transactionType.isPresent() && transactionType.get() != sale) {
      throw new Refused(
          Refusal.INVALID_INPUT,
          "body -> transactionType: " + transactionType.get() + " (expected: " + sale + ")");
    }
  }

  private static void checkTerminal(Terminal terminal) {
    if (terminal.status() != Terminal.Status.OPENED) {
      throw new Refused(
          Refusal.TERMINAL_NOT_OPENED,
          "Terminal " + terminal.key().terminalId() + " is not opened");
    }
    terminal.requireStaff();
    if (!terminal.session().hasBusinessDate()) {
      throw new Refused(
          Refusal.CART_NOT_CREATED,
          "Terminal " + terminal.key().terminalId() + " has no business date");
    }
  }
}
