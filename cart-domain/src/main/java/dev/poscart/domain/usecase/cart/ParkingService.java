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
 * Carts that wait while other customers are served. Each call answers with the cart as it is stored
 * afterwards, or fails as {@link CartService} does.
 */
public final class ParkingService {

  private final CartStore carts;
  private final CartChange change;
  private final Clock clock;

  /**
   * Composes.
   *
   * @param clock in the store's time zone
   */
  public ParkingService(CartStore carts, CartChange change, Clock clock) {
    this.carts = carts;
    this.change = change;
    this.clock = clock;
  }

  /**
   * Puts a cart aside.
   *
   * @param note free text for whoever retrieves it
   */
  public CompletionStage<Versioned<Cart>> park(
      ChangeContext context, CartId id, Optional<String> note) {
    return Stages.attempt(
        () ->
            change.apply(
                context, id, cart -> CartParking.park(cart, parking(context.terminal(), note))));
  }

  /** Moves a parked cart to this terminal. Of several terminals that try, one gets it. */
  public CompletionStage<Versioned<Cart>> retrieve(ChangeContext context, CartId id) {
    return Stages.attempt(
        () ->
            change.apply(
                context, id, cart -> CartParking.retrieve(cart, context.terminal().key())));
  }

  /**
   * The parked carts of the terminal's store, those parked first come first.
   *
   * @param limit most carts of a page, 1 or more
   * @param page 1 is the first
   */
  public CompletionStage<CartPage> parked(Terminal terminal, int limit, int page) {
    return Stages.attempt(() -> carts.findParked(terminal.key().store(), limit, page));
  }

  private Parking parking(Terminal terminal, Optional<String> note) {
    return new Parking(terminal.key(), terminal.requireStaff(), RecordedTime.now(clock), note);
  }
}
