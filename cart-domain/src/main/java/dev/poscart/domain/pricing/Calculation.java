package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.Explanation;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Promotion;
import java.util.List;

/** Recomputes all figures of a cart from its lines, its discounts and the promotions that run. */
public final class Calculation {

  private final PricingRules rules;
  private final Offers offers;

  /** Knows category discounts; no promotion runs. */
  public Calculation(PricingRules rules) {
    this(rules, List.of(new CategoryDiscount()));
  }

  /** Knows these kinds of promotions; none runs. */
  public Calculation(PricingRules rules, List<PromotionRule> kinds) {
    this(rules, new Offers(kinds, List.of()));
  }

  private Calculation(PricingRules rules, Offers offers) {
    this.rules = rules;
    this.offers = offers;
  }

  /** The same calculation while these promotions run. */
  public Calculation during(List<Promotion> running) {
    return new Calculation(rules, new Offers(offers.rules(), running));
  }

  /** How the figures of a calculated cart came about. */
  public Explanation explain(Cart cart) {
    return CartExplanation.of(cart, rules);
  }

  /**
   * Recomputes; doing it twice changes nothing more. Lines get promotions until the cart waits for
   * tenders; from then on what the customer was told stands. Who paid something during item entry
   * gets no promotion that would make money come back.
   *
   * @throws dev.poscart.domain.model.Refused if a line's discounts exceed the line, a subtotal
   *     discount cannot be placed on the lines, or a tax code is unknown
   */
  public Cart recalculate(Cart cart) {
    if (offers.isEmpty() || cart.status() == CartStatus.PAYING) {
      return figures(cart, cart.lines());
    }
    Cart promoted = figures(cart, offers.given(cart.lines(), rules.discountRounding()));
    return promoted.balanceDue().isNegative() ? figures(cart, cart.lines()) : promoted;
  }

  private Cart figures(Cart cart, List<LineItem> lines) {
    List<LineItem> priced =
        lines.stream()
            .map(line -> line.live() ? LinePricing.price(line, rules.discountRounding()) : line)
            .toList();
    List<Discount> discounts = SubtotalDiscounts.amounts(cart.subtotalDiscounts(), priced);
    List<LineItem> allocated = Allocation.allocate(discounts, priced);
    return cart.change()
        .lines(allocated)
        .subtotalDiscounts(discounts)
        .taxes(TaxCalculation.taxes(allocated, cart.taxTable(), rules.taxRounding()))
        .make();
  }
}
