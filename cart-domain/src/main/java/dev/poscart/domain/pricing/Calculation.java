package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.LineItem;
import java.util.List;

/** Recomputes all figures of a cart from its lines and discounts. */
public final class Calculation {

  private final PricingRules rules;

  public Calculation(PricingRules rules) {
    this.rules = rules;
  }

  /**
   * Recomputes; doing it twice changes nothing more.
   *
   * @throws dev.poscart.domain.model.Refused if a line's discounts exceed the line, a subtotal
   *     discount cannot be placed on the lines, or a tax code is unknown
   */
  public Cart recalculate(Cart cart) {
    List<LineItem> priced =
        cart.lines().stream()
            .map(line -> line.live() ? LinePricing.price(line, rules.discountRounding()) : line)
            .toList();
    List<Discount> discounts = SubtotalDiscounts.amounts(cart.subtotalDiscounts(), priced);
    List<LineItem> allocated = Allocation.allocate(discounts, priced);
    return cart.change()
        .lines(allocated)
        .subtotalDiscounts(discounts)
        .taxes(TaxCalculation.taxes(allocated, cart.taxTable()))
        .make();
  }
}
