package dev.poscart.domain.sale;

import dev.poscart.domain.model.Cart;

/** The states of the state machine: those of the cart's status, and parked. */
public enum CartState {
  IDLE,
  ENTERING_ITEM,
  PAYING,
  COMPLETED,
  CANCELLED,
  /** Parked during item entry; can only be retrieved or cancelled. */
  PARKED;

  static CartState of(Cart cart) {
    if (cart.parked().isPresent()) {
      return PARKED;
    }
    return switch (cart.status()) {
      case IDLE -> IDLE;
      case ENTERING_ITEM -> ENTERING_ITEM;
      case PAYING -> PAYING;
      case COMPLETED -> COMPLETED;
      case CANCELLED -> CANCELLED;
    };
  }
}
