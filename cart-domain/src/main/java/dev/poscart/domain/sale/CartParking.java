package dev.poscart.domain.sale;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Parking;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.TerminalKey;
import java.util.Optional;

/** Putting a cart aside and taking it up again, here or at another terminal of the store. */
public final class CartParking {

  private CartParking() {}

  /**
   * Puts a cart aside.
   *
   * @throws Refused with {@link Refusal#INVALID_OPERATION} unless items are being entered, one line
   *     at least is live, and no tender was taken: money stays where it was handed over
   */
  public static Cart park(Cart cart, Parking parking) {
    CartEvent.PARK.check(cart);
    Till.checkSomethingIsSold(cart);
    if (!cart.payments().isEmpty()) {
      throw new Refused(
          Refusal.INVALID_OPERATION, "Tenders were taken, cart_id: " + cart.id() + " stays here");
    }
    return cart.change().parked(Optional.of(parking)).make();
  }

  /**
   * Takes a parked cart up again; from now on it belongs to this terminal.
   *
   * @throws Refused with {@link Refusal#INVALID_OPERATION} if it is not parked, or not any more
   */
  public static Cart retrieve(Cart cart, TerminalKey terminal) {
    CartEvent.RETRIEVE.check(cart);
    return cart.change().parked(Optional.empty()).terminal(terminal).make();
  }
}
