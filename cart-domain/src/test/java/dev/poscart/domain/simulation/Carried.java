package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.SignedSnapshot;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.usecase.change.ChangeContext;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/**
 * The cart that a travelling terminal has.
 *
 * @param revision how often the cart has been issued
 * @param seen the cart in the answer that brought the snapshot; empty if it is new
 */
record Carried(CartId id, SignedSnapshot snapshot, int revision, Optional<Cart> seen) {

  /** A change of a cart, as a route makes it. */
  interface Change extends BiFunction<Service, ChangeContext, CompletionStage<Versioned<Cart>>> {}

  /** Brings the cart to a service and takes it back, as the routes do. */
  CompletionStage<Carried> changed(Service service, ChangeContext context, Change change) {
    return service
        .carried()
        .receive(context.terminal(), id, snapshot)
        .thenCompose(
            received -> {
              ChangeContext carrying = context.carrying(received);
              return change
                  .apply(service, carrying)
                  .thenCompose(changed -> issued(service, carrying, changed.value()));
            });
  }

  private CompletionStage<Carried> issued(Service service, ChangeContext context, Cart changed) {
    return service
        .carried()
        .issue(context, changed)
        .thenApply(
            issued -> new Carried(id, issued.orElseThrow(), revision + 1, Optional.of(changed)));
  }
}
