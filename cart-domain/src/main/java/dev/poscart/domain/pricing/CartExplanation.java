package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.Explanation;
import dev.poscart.domain.model.Explanation.Figure;
import dev.poscart.domain.model.Explanation.Step;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.model.TaxType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Explains the amounts of a cart. The results are taken from the cart. */
final class CartExplanation {

  private CartExplanation() {}

  /** Explains a calculated cart. */
  static Explanation of(Cart cart, PricingRules rules) {
    LineExplanation line = new LineExplanation(cart, rules.discountRounding());
    return new Explanation(
        cart.lines().stream().map(line::of).toList(),
        subtotal(cart),
        cart.taxes().stream().map(tax -> TaxExplanation.of(cart, tax)).toList(),
        List.of(total(cart)),
        cart.payments().stream().map(PaymentExplanation::of).toList(),
        PaymentExplanation.balance(cart));
  }

  private static List<Step> subtotal(Cart cart) {
    List<LineItem> live = cart.liveLines();
    Money base =
        live.stream()
            .filter(Allocation::takesShares)
            .map(LineItem::amount)
            .reduce(Money.ZERO, Money::plus);
    List<Step> steps = new ArrayList<>();
    steps.add(Steps.sum(Figure.LINE_TOTAL, live.stream().map(LineItem::amount).toList()));
    for (int i = 0; i < cart.subtotalDiscounts().size(); i++) {
      steps.add(discount(cart.subtotalDiscounts().get(i), base).ofDiscount(i));
    }
    steps.add(
        Steps.difference(
            Figure.TOTAL,
            cart.lineTotal(),
            cart.subtotalDiscounts().stream().map(Discount::amount).toList()));
    return steps;
  }

  private static Step discount(Discount discount, Money base) {
    if (discount.type() == DiscountType.AMOUNT) {
      return Steps.exactly(
          Figure.SUBTOTAL_DISCOUNT, new Money(discount.value()).toString(), discount.amount());
    }
    return Steps.rounded(
        Figure.SUBTOTAL_DISCOUNT,
        base + " * " + discount.value().toPlainString() + " / 100",
        new Fraction(base.amount().multiply(discount.value()), BigDecimal.valueOf(100)),
        "half up to whole yen",
        discount.amount());
  }

  private static Step total(Cart cart) {
    List<Money> external =
        cart.taxes().stream()
            .filter(tax -> tax.type() == TaxType.EXTERNAL)
            .map(TaxAmount::amount)
            .toList();
    return Steps.sum(
        Figure.TOTAL_WITH_TAX, Stream.concat(Stream.of(cart.total()), external.stream()).toList());
  }
}
