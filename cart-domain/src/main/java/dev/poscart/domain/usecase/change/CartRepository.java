package dev.poscart.domain.usecase.change;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Loads and saves carts for a change. Use cases load and save carts only through this class, so
 * that open carts can be cached here.
 */
public final class CartRepository {

  private final CartStore carts;
  private final CartCache cache;
  private final Optional<CartTakeover> takeover;

  /** Carts of a store without a predecessor, uncached. */
  public CartRepository(CartStore carts) {
    this(carts, CartCache.NONE, Optional.empty());
  }

  /** Carts that are missing in the store are looked for among those of its predecessor. */
  public CartRepository(CartStore carts, CartCache cache, Optional<CartTakeover> takeover) {
    this.carts = carts;
    this.cache = cache;
    this.takeover = takeover;
  }

  /**
   * A stored cart as this process knows it, possibly older than the stored one; empty if it does
   * not, or if the request carries the cart.
   */
  Optional<Versioned<Cart>> cached(ChangeContext context, CartId id) {
    Terminal caller = context.terminal();
    return context.carried().isPresent()
        ? Optional.empty()
        : cache.find(caller.key().tenantId(), id).filter(cart -> belongs(cart, caller));
  }

  /**
   * Finds a cart as it is stored, even one whose closing is decided but not finished.
   *
   * @return fails with {@link Refusal#CART_NOT_FOUND} if the caller's store has no such cart
   */
  public CompletionStage<Versioned<Cart>> find(Terminal caller, CartId id) {
    return carts
        .find(caller.key().tenantId(), id)
        .thenCompose(
            found ->
                found.isPresent() || takeover.isEmpty()
                    ? Stages.completed(found)
                    : takeOver(takeover.get(), caller.key().store(), id))
        .thenApply(
            found ->
                found
                    .filter(cart -> belongs(cart, caller))
                    .orElseThrow(
                        () ->
                            new Refused(
                                Refusal.CART_NOT_FOUND, "Cart not found. ", Subject.cart(id))))
        .thenApply(this::remember);
  }

  /** Finds carts of a terminal as {@link CartStore#findOpen} does. */
  public CompletionStage<List<Versioned<Cart>>> findOpen(TerminalKey terminal, int limit) {
    return carts.findOpen(terminal, limit);
  }

  /** Finds a cart that was stored before, as it is stored now. */
  public CompletionStage<Optional<Versioned<Cart>>> findAgain(Cart before) {
    return carts.find(before.terminal().tenantId(), before.id());
  }

  /** Finds the cart of a request: the one that it carries, or else the stored one. */
  public CompletionStage<Versioned<Cart>> find(ChangeContext context, CartId id) {
    return context
        .carried()
        .map(carried -> Stages.completed(new Versioned<>(carried.cart(), carried.revision())))
        .orElseGet(() -> find(context.terminal(), id));
  }

  /**
   * Takes over a cart of the predecessor. Of several processes that do so at once, the one that
   * inserts the cart succeeds; the others find it in the store, whether they come too late to
   * insert it or too late to find it at the predecessor.
   */
  private CompletionStage<Optional<Versioned<Cart>>> takeOver(
      CartTakeover from, StoreKey store, CartId id) {
    return from.find(store, id)
        .thenCompose(
            open -> open.isPresent() ? insert(from, open.get()) : carts.find(store.tenantId(), id));
  }

  private CompletionStage<Optional<Versioned<Cart>>> insert(CartTakeover from, Cart open) {
    return insert(open)
        .thenCompose(stored -> from.remove(open.id()))
        .thenApply(removed -> Optional.of(new Versioned<>(open, 1)))
        .exceptionallyCompose(
            failure ->
                carts
                    .find(open.terminal().tenantId(), open.id())
                    .thenCompose(
                        stored ->
                            stored.isPresent()
                                ? Stages.completed(stored)
                                : CompletableFuture.failedFuture(Stages.cause(failure))));
  }

  /** Stores a new cart. */
  public CompletionStage<Cart> insert(Cart cart) {
    return carts.insert(cart).thenApply(stored -> remember(new Versioned<>(cart, 1)).value());
  }

  /**
   * Replaces the cart of a request. A carried cart is stored nowhere: the terminal gets it back.
   *
   * @return the changed cart; empty if another request has changed it since it was loaded
   */
  CompletionStage<Optional<Versioned<Cart>>> replace(
      ChangeContext context, Versioned<Cart> before, Cart after) {
    return context.carried().isPresent()
        ? Stages.completed(Optional.of(new Versioned<>(after, before.version() + 1)))
        : replace(before, after);
  }

  /**
   * Replaces a loaded cart by the changed one.
   *
   * @return the stored cart; empty if another request has changed it since it was loaded
   */
  public CompletionStage<Optional<Versioned<Cart>>> replace(Versioned<Cart> before, Cart after) {
    return carts
        .replace(after, before.version())
        .whenComplete((done, failure) -> cache.remove(after.terminal().tenantId(), after.id()))
        .thenApply(
            done ->
                done
                    ? Optional.of(remember(new Versioned<>(after, before.version() + 1)))
                    : Optional.empty());
  }

  /**
   * Removes a loaded cart.
   *
   * @return false if another request has changed it since it was loaded
   */
  public CompletionStage<Boolean> remove(Versioned<Cart> cart) {
    Cart gone = cart.value();
    return carts
        .remove(gone, cart.version())
        .whenComplete((done, failure) -> cache.remove(gone.terminal().tenantId(), gone.id()));
  }

  /** A cart that is going to be closed is changed by more than one step, so it is not cached. */
  private Versioned<Cart> remember(Versioned<Cart> cart) {
    if (cart.value().closing().isEmpty()) {
      cache.put(cart);
    }
    return cart;
  }

  private static boolean belongs(Versioned<Cart> cart, Terminal caller) {
    return cart.value().terminal().store().equals(caller.key().store());
  }
}
