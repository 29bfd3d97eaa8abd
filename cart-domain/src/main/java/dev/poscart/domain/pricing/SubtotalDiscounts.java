package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Calculates the discounts on the subtotal: an amount is taken as is; a percentage is taken of the
 * live lines that may be discounted and rounded half up to whole yen, but never exceeds those
 * lines.
 */
final class SubtotalDiscounts {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private SubtotalDiscounts() {}

  static List<Discount> amounts(List<Discount> discounts, List<LineItem> lines) {
    Money base =
        lines.stream()
            .filter(Allocation::takesShares)
            .map(LineItem::amount)
            .reduce(Money.ZERO, Money::plus);
    return discounts.stream().map(d -> d.withAmount(amount(d, base))).toList();
  }

  private static Money amount(Discount discount, Money base) {
    if (discount.type() == DiscountType.AMOUNT) {
      return new Money(discount.value());
    }
    return new Money(base.amount().multiply(discount.value()).divide(HUNDRED))
        .rounded(0, RoundingMode.HALF_UP)
        .min(base);
  }
}
