package dev.poscart.domain.usecase.change;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.Versioned;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The one sentence that every change of a cart is: load, check, apply, save if nobody else did; if
 * somebody did, again from the start, a bounded number of times.
 */
public final class CartChange {

  /** More writers than this on one cart at the same moment are not a till any more. */
  private static final int ATTEMPTS = 64;

  private final CartStore carts;
  private final ClosingCompletion completion;
  private final Terms terms;

  public CartChange(CartStore carts, ClosingCompletion completion) {
    this(carts, completion, Terms.NONE);
  }

  private CartChange(CartStore carts, ClosingCompletion completion, Terms terms) {
    this.carts = carts;
    this.completion = completion;
    this.terms = terms;
  }

  /** The same, but changing only carts that meet the condition. */
  public CartChange onlyIf(Precondition condition) {
    return new CartChange(carts, completion, terms.onlyIf(condition));
  }

  /** The same, but making its change once, however many attempts have this id. */
  public CartChange once(ChangeId change) {
    return new CartChange(carts, completion, terms.once(change));
  }

  /** The cart as it stands, any decided closing finished. */
  public CompletionStage<Versioned<Cart>> load(Terminal terminal, CartId id) {
    return find(terminal, id)
        .thenCompose(
            cart ->
                cart.value().isClosing()
                    ? completion.finish(cart)
                    : CompletableFuture.completedFuture(cart));
  }

  public CompletionStage<Versioned<Cart>> apply(
      Terminal terminal, CartId id, Function<Cart, Cart> step) {
    return applyStage(terminal, id, cart -> CompletableFuture.completedFuture(step.apply(cart)));
  }

  public CompletionStage<Versioned<Cart>> applyStage(
      Terminal terminal, CartId id, Function<Cart, CompletionStage<Cart>> step) {
    return attempt(terminal, id, step, 1);
  }

  /** The cart as it is stored, decided closings included. */
  public CompletionStage<Versioned<Cart>> find(Terminal terminal, CartId id) {
    return carts
        .find(terminal.key().tenantId(), id)
        .thenApply(
            found ->
                found
                    .filter(cart -> cart.value().terminal().store().equals(terminal.key().store()))
                    .orElseThrow(
                        () ->
                            new Refused(Refusal.CART_NOT_FOUND, "Cart not found. cart_id->" + id)));
  }

  private CompletionStage<Versioned<Cart>> attempt(
      Terminal terminal, CartId id, Function<Cart, CompletionStage<Cart>> step, int attempt) {
    return load(terminal, id)
        .thenCompose(
            before -> {
              if (terms.isMetBy(before.value())) {
                return CompletableFuture.completedFuture(before);
              }
              terminal.requireStaff();
              terms.check(before);
              return step.apply(before.value())
                  .thenCompose(after -> save(before, after))
                  .thenCompose(
                      saved ->
                          saved.isPresent()
                              ? CompletableFuture.completedFuture(saved.get())
                              : again(terminal, id, step, attempt));
            });
  }

  /** Empty if somebody else changed the cart meanwhile. */
  private CompletionStage<Optional<Versioned<Cart>>> save(Versioned<Cart> before, Cart after) {
    if (after.equals(before.value())) {
      return CompletableFuture.completedFuture(Optional.of(before));
    }
    Cart signed = terms.signed(after);
    return carts
        .replace(signed, before.version())
        .thenApply(
            done ->
                done
                    ? Optional.of(new Versioned<>(signed, before.version() + 1))
                    : Optional.empty());
  }

  private CompletionStage<Versioned<Cart>> again(
      Terminal terminal, CartId id, Function<Cart, CompletionStage<Cart>> step, int attempt) {
    checkMayRetry(id, attempt);
    return attempt(terminal, id, step, attempt + 1);
  }

  /**
   * Bounds how often a cart is tried for after lost races.
   *
   * @param attempt how many were made
   * @throws Refused with {@link Refusal#CONFLICT} if that is enough
   */
  public static void checkMayRetry(CartId id, int attempt) {
    if (attempt == ATTEMPTS) {
      throw new Refused(
          Refusal.CONFLICT, "The cart kept changing; nothing was applied. cart_id->" + id);
    }
  }
}
