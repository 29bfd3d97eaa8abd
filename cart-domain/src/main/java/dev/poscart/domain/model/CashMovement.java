package dev.poscart.domain.model;

/**
 * Cash that was put into the drawer or taken out of it.
 *
 * @param amount positive; the kind of the entry says in which direction it moved
 * @param description why
 */
public record CashMovement(Money amount, String description) {

  public CashMovement {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("cash amount: " + amount.amount() + " (expected: > 0)");
    }
  }
}
