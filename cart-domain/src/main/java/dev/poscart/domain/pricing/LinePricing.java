package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.util.ArrayList;
import java.util.List;

/**
 * Calculates the amount of a line. Percentage discounts come first, in list order, each on what the
 * previous ones have left and rounded to whole yen; then amount discounts, each on the whole line.
 */
final class LinePricing {

  private LinePricing() {}

  static LineItem price(LineItem line, DiscountRounding rounding) {
    if (line.discounts().isEmpty()) {
      return line.withDiscounts(line.gross(), List.of());
    }
    List<Discount> computed = new ArrayList<>(percentages(line, rounding));
    Money amount = afterPercentages(line, computed);
    for (int i = 0; i < computed.size(); i++) {
      Discount discount = computed.get(i);
      if (discount.type() == DiscountType.AMOUNT) {
        Money off = new Money(discount.value());
        if (off.isGreaterThan(amount)) {
          throw new Refused(
              Refusal.DISCOUNT_EXCEEDS_LINE,
              "discount " + off + " on line " + line.lineNo() + " (expected: <= " + amount + ")");
        }
        amount = amount.minus(off);
        computed.set(i, discount.withAmount(off));
      }
    }
    return line.withDiscounts(amount, computed);
  }

  /** Whether the amount discounts fit into what the percentage discounts leave of the line. */
  static boolean hasRoomForAmounts(LineItem line, DiscountRounding rounding) {
    Money off =
        line.discounts().stream()
            .filter(discount -> discount.type() == DiscountType.AMOUNT)
            .map(discount -> new Money(discount.value()))
            .reduce(Money.ZERO, Money::plus);
    return !off.isGreaterThan(afterPercentages(line, percentages(line, rounding)));
  }

  /** The line's discounts with the amounts of the percentages; amount discounts are unchanged. */
  static List<Discount> percentages(LineItem line, DiscountRounding rounding) {
    List<Discount> computed = new ArrayList<>();
    Money left = line.gross();
    for (Discount discount : line.discounts()) {
      if (discount.type() == DiscountType.PERCENTAGE) {
        Money off = rounding.off(left, line.quantity(), discount.value());
        left = left.minus(off);
        computed.add(discount.withAmount(off));
      } else {
        computed.add(discount);
      }
    }
    return computed;
  }

  private static Money afterPercentages(LineItem line, List<Discount> computed) {
    return computed.stream()
        .filter(discount -> discount.type() == DiscountType.PERCENTAGE)
        .map(Discount::amount)
        .reduce(line.gross(), Money::minus);
  }
}
