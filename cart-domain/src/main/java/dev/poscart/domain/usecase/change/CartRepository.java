package dev.poscart.domain.usecase.change;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.Versioned;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Loads and saves carts for a change. Use cases load and save carts only through this class, so
 * that a cache, or carts that are sent with the request, can be added here.
 */
public final class CartRepository {

  private final CartStore carts;

  public CartRepository(CartStore carts) {
    this.carts = carts;
  }

  /**
   * Finds a cart as it is stored, even one whose closing is decided but not finished.
   *
   * @return fails with {@link Refusal#CART_NOT_FOUND} if the caller's store has no such cart
   */
  public CompletionStage<Versioned<Cart>> find(Terminal caller, CartId id) {
    return carts
        .find(caller.key().tenantId(), id)
        .thenApply(
            found ->
                found
                    .filter(cart -> cart.value().terminal().store().equals(caller.key().store()))
                    .orElseThrow(
                        () ->
                            new Refused(
                                Refusal.CART_NOT_FOUND, "Cart not found. ", Subject.cart(id))));
  }

  /** Stores a new cart. */
  public CompletionStage<Cart> insert(Cart cart) {
    return carts.insert(cart).thenApply(stored -> cart);
  }

  /**
   * Replaces a loaded cart by the changed one.
   *
   * @return the stored cart; empty if another request has changed it since it was loaded
   */
  CompletionStage<Optional<Versioned<Cart>>> replace(Versioned<Cart> before, Cart after) {
    return carts
        .replace(after, before.version())
        .thenApply(
            done ->
                done
                    ? Optional.of(new Versioned<>(after, before.version() + 1))
                    : Optional.empty());
  }
}
