package dev.poscart.web;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.SignedSnapshot;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.usecase.carry.CarriedCarts;
import dev.poscart.domain.usecase.change.ChangeContext;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Makes the responses with carts, and signs those that travel with the terminal. */
final class CartReplies {

  private final Optional<CarriedCarts> carried;
  private final RenderedLines lines = new RenderedLines();

  /**
   * @param carried empty: all carts are stored
   */
  CartReplies(Optional<CarriedCarts> carried) {
    this.carried = carried;
  }

  /** The response with a new cart. */
  static Renderable created(CartId id, Optional<SignedSnapshot> snapshot) {
    Reply reply =
        new Reply(
            201,
            "create_cart",
            "Cart Created. cart_id: " + id,
            out -> {
              out.writeStartObject();
              out.writeStringField("cartId", id.value());
              CartJson.snapshot(out, snapshot);
              out.writeEndObject();
            },
            JsonValueWriter.NULL);
    return versioned(reply, VersionedReply.FIRST, snapshot);
  }

  /** The response with a cart after a change. */
  CompletionStage<Renderable> of(
      String operation,
      String message,
      ChangeContext context,
      Function<ChangeContext, CompletionStage<Versioned<Cart>>> change) {
    return change
        .apply(context)
        .thenCompose(
            cart ->
                snapshot(context, cart.value())
                    .thenApply(snapshot -> reply(operation, message, context, cart, snapshot)));
  }

  private CompletionStage<Optional<SignedSnapshot>> snapshot(ChangeContext context, Cart cart) {
    return carried.isPresent()
        ? carried.get().issue(context, cart)
        : CompletableFuture.completedFuture(Optional.empty());
  }

  private Renderable reply(
      String operation,
      String message,
      ChangeContext context,
      Versioned<Cart> cart,
      Optional<SignedSnapshot> snapshot) {
    Reply reply =
        new Reply(
            200,
            operation,
            message,
            new CartJson(cart.value(), context.terminal().staff(), lines::write, snapshot),
            JsonValueWriter.NULL);
    return versioned(reply, cart.version(), snapshot);
  }

  /** An answer with a carried cart is long. */
  private static Renderable versioned(
      Reply reply, long version, Optional<SignedSnapshot> snapshot) {
    VersionedReply versioned = new VersionedReply(reply, version);
    return snapshot.isPresent() ? new CarriedReply(versioned) : versioned;
  }
}
