package dev.poscart.domain.sale;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Parking;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.model.TerminalKey;
import java.util.Optional;

/** Parks a cart and retrieves it, at the same or another terminal of the store. */
public final class CartParking {

  private CartParking() {}

  /**
   * Parks a cart.
   *
   * @throws Refused with {@link Refusal#INVALID_OPERATION} unless the cart is in item entry, has a
   *     live line, and has no payments: money stays at the till where it was handed over
   */
  public static Cart park(Cart cart, Parking parking) {
    CartEvent.PARK.check(cart);
    Till.checkSomethingIsSold(cart);
    if (!cart.payments().isEmpty()) {
      throw new Refused(
          Refusal.INVALID_OPERATION,
          "Tenders were taken, ",
          Subject.cart(cart.id()),
          " stays here");
    }
    return cart.change().parked(Optional.of(parking)).make();
  }

  /**
   * Retrieves a parked cart, which then belongs to this terminal.
   *
   * @throws Refused with {@link Refusal#INVALID_OPERATION} if the cart is not parked, or no longer
   */
  public static Cart retrieve(Cart cart, TerminalKey terminal) {
    CartEvent.RETRIEVE.check(cart);
    return cart.change().parked(Optional.empty()).terminal(terminal).make();
  }
}
