package dev.poscart.domain.usecase.change;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.Versioned;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Changes a cart: loads it, checks it, applies a function, and saves the result if the stored
 * version is still the one that was loaded. If it is not, starts over, up to a maximum number of
 * attempts.
 */
public final class CartChange {

  /** More than the terminals of a store ever change one cart at the same time. */
  private static final int ATTEMPTS = 64;

  private final CartRepository carts;
  private final ClosingCompletion completion;

  public CartChange(CartRepository carts, ClosingCompletion completion) {
    this.carts = carts;
    this.completion = completion;
  }

  /** Loads a cart; finishes its closing if that is decided. */
  public CompletionStage<Versioned<Cart>> load(Terminal terminal, CartId id) {
    return load(ChangeContext.by(terminal), id);
  }

  private CompletionStage<Versioned<Cart>> load(ChangeContext context, CartId id) {
    return carts
        .find(context, id)
        .thenCompose(
            cart ->
                cart.value().isClosing()
                    ? completion.finish(cart)
                    : CompletableFuture.completedFuture(cart));
  }

  /** Changes a cart by a function. */
  public CompletionStage<Versioned<Cart>> apply(
      ChangeContext context, CartId id, Function<Cart, Cart> step) {
    return applyStage(context, id, cart -> CompletableFuture.completedFuture(step.apply(cart)));
  }

  /** Changes a cart by an asynchronous function. */
  public CompletionStage<Versioned<Cart>> applyStage(
      ChangeContext context, CartId id, Function<Cart, CompletionStage<Cart>> step) {
    return applyToCached(context, id, step)
        .thenCompose(
            saved ->
                saved
                    .<CompletionStage<Versioned<Cart>>>map(CompletableFuture::completedFuture)
                    .orElseGet(
                        () ->
                            load(context, id)
                                .thenCompose(before -> applyTo(context, before, step))));
  }

  /**
   * Changes a cart that is cached, and may be older than the stored one. What comes of it counts
   * only if the store replaces the cart, or refuses a change of the very version that is stored.
   *
   * @return empty if the cart is not cached or the stored one has to decide
   */
  public CompletionStage<Optional<Versioned<Cart>>> applyToCached(
      ChangeContext context, CartId id, Function<Cart, CompletionStage<Cart>> step) {
    return carts
        .cached(context, id)
        .map(
            cached ->
                Stages.attempt(() -> changed(context, cached, step))
                    .exceptionallyCompose(
                        failure -> unlessCurrent(context, cached, Stages.cause(failure))))
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
  }

  /** Empty if the cart was not replaced. */
  private CompletionStage<Optional<Versioned<Cart>>> changed(
      ChangeContext context, Versioned<Cart> cached, Function<Cart, CompletionStage<Cart>> step) {
    if (context.isMadeIn(cached.value())) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    context.check(cached);
    return step.apply(cached.value())
        .thenCompose(
            after ->
                after.equals(cached.value())
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : carts.replace(cached, context.signed(after)));
  }

  /**
   * A refusal stands if the cached cart is the stored one; so the item master is not asked twice.
   */
  private CompletionStage<Optional<Versioned<Cart>>> unlessCurrent(
      ChangeContext context, Versioned<Cart> cached, Throwable failure) {
    if (!(failure instanceof Refused)) {
      return CompletableFuture.failedFuture(failure);
    }
    return load(context.terminal(), cached.value().id())
        .thenCompose(
            stored ->
                stored.version() == cached.version()
                    ? CompletableFuture.failedFuture(failure)
                    : CompletableFuture.completedFuture(Optional.empty()));
  }

  /**
   * Changes a cart that is already loaded.
   *
   * @param before not closing
   */
  public CompletionStage<Versioned<Cart>> applyTo(
      ChangeContext context, Versioned<Cart> before, Function<Cart, CompletionStage<Cart>> step) {
    return attempt(context, before, step, 1);
  }

  private CompletionStage<Versioned<Cart>> attempt(
      ChangeContext context,
      Versioned<Cart> before,
      Function<Cart, CompletionStage<Cart>> step,
      int attempt) {
    if (context.isMadeIn(before.value())) {
      return CompletableFuture.completedFuture(before);
    }
    context.check(before);
    return step.apply(before.value())
        .thenCompose(after -> save(context, before, after))
        .thenCompose(
            saved ->
                saved
                    .<CompletionStage<Versioned<Cart>>>map(CompletableFuture::completedFuture)
                    .orElseGet(() -> again(context, before.value().id(), step, attempt)));
  }

  /** Empty if another request has changed the cart since it was loaded. */
  private CompletionStage<Optional<Versioned<Cart>>> save(
      ChangeContext context, Versioned<Cart> before, Cart after) {
    return after.equals(before.value())
        ? CompletableFuture.completedFuture(Optional.of(before))
        : carts.replace(context, before, context.signed(after));
  }

  private CompletionStage<Versioned<Cart>> again(
      ChangeContext context, CartId id, Function<Cart, CompletionStage<Cart>> step, int attempt) {
    if (attempt == ATTEMPTS) {
      throw new Refused(
          Refusal.CONFLICT, "The cart kept changing; nothing was applied. ", Subject.cart(id));
    }
    return load(context, id).thenCompose(now -> attempt(context, now, step, attempt + 1));
  }
}
