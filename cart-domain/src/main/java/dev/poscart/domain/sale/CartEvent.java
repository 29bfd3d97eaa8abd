package dev.poscart.domain.sale;

import static dev.poscart.domain.sale.CartState.ENTERING_ITEM;
import static dev.poscart.domain.sale.CartState.IDLE;
import static dev.poscart.domain.sale.CartState.PARKED;
import static dev.poscart.domain.sale.CartState.PAYING;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.util.EnumSet;
import java.util.Set;

/** The state machine: the events of a cart and the states in which they are allowed. */
public enum CartEvent {
  CANCEL(IDLE, ENTERING_ITEM, PAYING, PARKED),
  ADD_ITEMS(IDLE, ENTERING_ITEM),
  DISCOUNT_LINE(ENTERING_ITEM),
  CANCEL_LINE(ENTERING_ITEM),
  CHANGE_QUANTITY(ENTERING_ITEM),
  CHANGE_UNIT_PRICE(ENTERING_ITEM),
  SUBTOTAL(ENTERING_ITEM),
  DISCOUNT_SUBTOTAL(PAYING),
  PAY(ENTERING_ITEM, PAYING),
  BILL(PAYING),
  RESUME(PAYING),
  PARK(ENTERING_ITEM),
  RETRIEVE(PARKED);

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
  private final Set<CartState> allowedIn;

  CartEvent(CartState first, CartState... others) {
    this.allowedIn = Set.copyOf(EnumSet.of(first, others));
  }

  /**
   * Checks that the event is allowed now.
   *
   * @throws Refused with {@link Refusal#INVALID_OPERATION} if not
   */
  public void check(Cart cart) {
    CartState state = CartState.of(cart);
    if (!allowedIn.contains(state)) {
      throw new Refused(Refusal.INVALID_OPERATION, "Invalid event: ", this, " for state: ", state);
    }
  }
}
