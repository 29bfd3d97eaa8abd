package dev.poscart.domain.usecase.cart;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Parking;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.port.CartPage;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.sale.CartParking;
import dev.poscart.domain.usecase.RecordedTime;
import dev.poscart.domain.usecase.change.CartChange;
import dev.poscart.domain.usecase.change.ChangeContext;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The use cases of parked carts. Each returns the cart as stored afterwards, or fails like those of
 * {@link CartService}.
 */
public final class ParkingService {

  private final CartStore carts;
  private final CartChange change;
  private final Clock clock;

  /**
   * @param clock in the store's time zone
   */
  public ParkingService(CartStore carts, CartChange change, Clock clock) {
    this.carts = carts;
    this.change = change;
    this.clock = clock;
  }

  /**
   * Parks a cart.
   *
   * @param note free text for the staff who retrieve it
   */
  public CompletionStage<Versioned<Cart>> park(
      ChangeContext context, CartId id, Optional<String> note) {
    return Stages.attempt(
        () ->
            change.apply(
                context, id, cart -> CartParking.park(cart, parking(context.terminal(), note))));
  }

  /**
   * Moves a parked cart to this terminal. If several terminals try at once, one of them gets it.
   */
  public CompletionStage<Versioned<Cart>> retrieve(ChangeContext context, CartId id) {
    return Stages.attempt(
        () ->
            change.apply(
                context, id, cart -> CartParking.retrieve(cart, context.terminal().key())));
  }

  /**
   * The parked carts of the terminal's store, oldest first.
   *
   * @param limit maximum number of carts per page, at least 1
   * @param page 1 is the first
   */
  public CompletionStage<CartPage> parked(Terminal terminal, int limit, int page) {
    return Stages.attempt(() -> carts.findParked(terminal.key().store(), limit, page));
  }

  private Parking parking(Terminal terminal, Optional<String> note) {
    return new Parking(terminal.key(), terminal.requireStaff(), RecordedTime.now(clock), note);
  }
}
