package dev.poscart.domain.model;

/**
 * The amounts that a cart comes to: as its snapshot says, or as the rules here have them.
 *
 * @param total after subtotal discounts, without external tax
 * @param tax external
 * @param balance what is left to pay
 */
public record CarriedTotals(Money total, Money tax, Money totalWithTax, Money balance) {

  /** The amounts of a calculated cart. */
  public static CarriedTotals of(Cart cart) {
    return new CarriedTotals(
        cart.total(), cart.externalTax(), cart.totalWithTax(), cart.balanceDue());
  }
}
