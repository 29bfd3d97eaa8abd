package dev.poscart.domain.usecase.cart;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartBuilder;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.Customer;
import dev.poscart.domain.model.InputField;
import dev.poscart.domain.model.InputPlace;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TransactionType;
import dev.poscart.domain.port.Identifiers;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.StoreDirectory;
import dev.poscart.domain.port.Taxes;
import dev.poscart.domain.usecase.change.CartRepository;
import dev.poscart.domain.usecase.change.ChangeContext;
import dev.poscart.domain.usecase.session.Booking;
import dev.poscart.domain.usecase.session.BookingClock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Creates carts. */
public final class CartOpening {

  private final CartRepository carts;
  private final StoreDirectory storeDirectory;
  private final Taxes taxes;
  private final TaxTable defaultTaxes;
  private final Identifiers identifiers;
  private final BookingClock clock;
  private final CashRounding cashRounding;

  /**
   * @param cashRounding for new carts
   */
  public CartOpening(
      CartRepository carts,
      StoreDirectory storeDirectory,
      Taxes taxes,
      TaxTable defaultTaxes,
      Identifiers identifiers,
      BookingClock clock,
      CashRounding cashRounding) {
    this.carts = carts;
    this.storeDirectory = storeDirectory;
    this.taxes = taxes;
    this.defaultTaxes = defaultTaxes;
    this.identifiers = identifiers;
    this.clock = clock;
    this.cashRounding = cashRounding;
  }

  /** Creates a cart. The id of the change, if there is one, becomes the id of the cart. */
  CompletionStage<CartId> open(
      ChangeContext context, Optional<Integer> transactionType, Customer customer) {
    return Stages.attempt(() -> insert(context, transactionType, customer))
        .exceptionallyCompose(failure -> orOpened(context, failure));
  }

  /** Whatever fails in this attempt: if an earlier one created the cart, it exists. */
  private CompletionStage<CartId> orOpened(ChangeContext context, Throwable failure) {
    if (context.change().isEmpty()) {
      return CompletableFuture.failedFuture(failure);
    }
    return carts
        .find(context.terminal(), new CartId(context.change().get().value()))
        .thenApply(found -> found.value().id())
        .exceptionallyCompose(again -> CompletableFuture.failedFuture(failure));
  }

  private CompletionStage<CartId> insert(
      ChangeContext context, Optional<Integer> transactionType, Customer customer) {
    return prepare(context, transactionType, customer)
        .thenCompose(carts::insert)
        .thenApply(Cart::id);
  }

  /** A new cart that is not stored yet, if the terminal may open one. */
  public CompletionStage<Cart> prepare(
      ChangeContext context, Optional<Integer> transactionType, Customer customer) {
    checkType(transactionType);
    return clock
        .now(context.terminal())
        .thenCompose(
            booking -> {
              checkTerminal(booking.terminal());
              CartId id =
                  new CartId(context.change().map(ChangeId::value).orElseGet(identifiers::newUuid));
              return idle(id, booking, customer);
            });
  }

  private CompletionStage<Cart> idle(CartId id, Booking booking, Customer customer) {
    Terminal terminal = booking.terminal();
    return storeDirectory
        .find(terminal.key().store())
        .thenCombine(
            taxes.ofTenant(terminal.key().tenantId()),
            (store, taxTable) ->
                CartBuilder.idle(
                    id,
                    terminal,
                    store.map(Store::name).orElse(""),
                    customer,
                    booking.at(),
                    taxTable.orElse(defaultTaxes),
                    cashRounding));
  }

  private static void checkType(Optional<Integer> transactionType) {
    int sale = TransactionType.SALE.code();
    if (transactionType.isPresent() && transactionType.get() != sale) {
      throw Refused.at(
          InputPlace.of(InputField.TRANSACTION_TYPE),
          Refusal.INVALID_INPUT,
          transactionType.get(),
          " (expected: ",
          sale,
          ")");
    }
  }

  private static void checkTerminal(Terminal terminal) {
    terminal.requireOpened();
    terminal.requireStaff();
    if (!terminal.session().hasBusinessDate()) {
      throw new Refused(
          Refusal.CART_NOT_CREATED,
          "Terminal " + terminal.key().terminalId() + " has no business date");
    }
  }
}
