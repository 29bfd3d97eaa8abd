package dev.poscart.domain.model;

/**
 * Cash that was put into the drawer or taken out of it.
 *
 * @param amount not negative, the kind of the entry says in which direction it moved; zero only as
 *     an opening float
 * @param description why
 */
public record CashMovement(Money amount, String description) {

  public CashMovement {
    Expect.notNegative("cash amount", amount);
  }
}
