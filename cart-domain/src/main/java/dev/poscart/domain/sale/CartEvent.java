package dev.poscart.domain.sale;

import static dev.poscart.domain.model.CartStatus.ENTERING_ITEM;
import static dev.poscart.domain.model.CartStatus.IDLE;
import static dev.poscart.domain.model.CartStatus.PAYING;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.util.EnumSet;
import java.util.Set;

/**
 * The state machine: the events of a cart and the states in which they are allowed. A parked cart
 * is in item entry, but can only be retrieved or cancelled.
 */
public enum CartEvent {
  CANCEL("cancel_transaction_async", IDLE, ENTERING_ITEM, PAYING),
  ADD_ITEMS("add_item_to_cart_async", IDLE, ENTERING_ITEM),
  DISCOUNT_LINE("add_discount_to_line_item_in_cart_async", ENTERING_ITEM),
  CANCEL_LINE("cancel_line_item_from_cart_async", ENTERING_ITEM),
  CHANGE_QUANTITY("update_line_item_quantity_in_cart_async", ENTERING_ITEM),
  CHANGE_UNIT_PRICE("update_line_item_unit_price_in_cart_async", ENTERING_ITEM),
  SUBTOTAL("subtotal_async", ENTERING_ITEM),
  DISCOUNT_SUBTOTAL("add_discount_to_cart_async", PAYING),
  PAY("add_payment_to_cart_async", ENTERING_ITEM, PAYING),
  BILL("bill_async", PAYING),
  RESUME("resume_item_entry_async", PAYING),
  PARK("park_async", ENTERING_ITEM),
  /** Allowed for parked carts only. */
  RETRIEVE("retrieve_async", ENTERING_ITEM);

  /** The name in the message of a refused event, as in kugelpos. */
  private final String wireName;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
  private final Set<CartStatus> allowedIn;

  CartEvent(String wireName, CartStatus first, CartStatus... others) {
    this.wireName = wireName;
    this.allowedIn = Set.copyOf(EnumSet.of(first, others));
  }

  /**
   * Checks that the event is allowed now.
   *
   * @throws Refused with {@link Refusal#INVALID_OPERATION} if not
   */
  public void check(Cart cart) {
    if (!isTakenBy(cart)) {
      throw new Refused(
          Refusal.INVALID_OPERATION,
          "Invalid event: " + wireName + " for state: " + stateName(cart));
    }
  }

  private boolean isTakenBy(Cart cart) {
    return cart.parked().isPresent()
        ? this == RETRIEVE || this == CANCEL
        : this != RETRIEVE && allowedIn.contains(cart.status());
  }

  private static String stateName(Cart cart) {
    return cart.parked().isPresent() ? "ParkedState" : stateName(cart.status());
  }

  private static String stateName(CartStatus status) {
    return switch (status) {
      case IDLE -> "IdleState";
      case ENTERING_ITEM -> "EnteringItemState";
      case PAYING -> "PayingState";
      case COMPLETED -> "CompletedState";
      case CANCELLED -> "CancelledState";
    };
  }
}
