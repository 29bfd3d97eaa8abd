package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.Explanation;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.Promotion;
import java.util.ArrayList;
import java.util.List;

/** Recalculates all amounts of a cart from its lines, its discounts and the running promotions. */
public final class Calculation {

  private final PricingRules rules;
  private final Offers offers;

  /** A calculation that supports category discounts; no promotions are running. */
  public Calculation(PricingRules rules) {
    this(rules, List.of(new CategoryDiscount()));
  }

  /** A calculation that supports these kinds of promotions; none are running. */
  public Calculation(PricingRules rules, List<PromotionRule> kinds) {
    this(rules, new Offers(kinds, List.of()));
  }

  private Calculation(PricingRules rules, Offers offers) {
    this.rules = rules;
    this.offers = offers;
  }

  /** This calculation with running promotions. */
  public Calculation during(List<Promotion> running) {
    return new Calculation(rules, new Offers(offers.rules(), running));
  }

  /** Explains the amounts of a calculated cart. */
  public Explanation explain(Cart cart) {
    return CartExplanation.of(cart, rules);
  }

  /**
   * Recalculates a cart; idempotent. Promotions are granted until the cart waits for tenders; from
   * then on, the amounts the customer was told remain valid. If something was paid during item
   * entry, no promotion is granted that would require a refund.
   *
   * @throws dev.poscart.domain.model.Refused if a line's discounts exceed the line, a subtotal
   *     discount cannot be allocated, or a tax code is unknown
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
    return withSurplusUsed(
        cart.change()
            .lines(allocated)
            .subtotalDiscounts(discounts)
            .taxes(TaxCalculation.taxes(allocated, cart.taxTable(), rules.taxRounding()))
            .make());
  }

  /** If the total has grown after a voucher was taken, its surplus settles what is due again. */
  private static Cart withSurplusUsed(Cart cart) {
    Money due = cart.balanceDue();
    List<Payment> payments = new ArrayList<>();
    for (Payment payment : cart.payments()) {
      Money used = due.isPositive() ? due.min(payment.surplus()) : Money.ZERO;
      payments.add(used.isZero() ? payment : payment.settlingMore(used));
      due = due.minus(used);
    }
    return payments.equals(cart.payments()) ? cart : cart.change().payments(payments).make();
  }
}
