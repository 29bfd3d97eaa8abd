package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The amount of one line. Percent discounts come first, in list order, each on what the ones before
 * left of a single piece, rounded to whole yen per piece; then the amount discounts, each for the
 * whole line.
 */
final class LinePricing {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private LinePricing() {}

  static LineItem price(LineItem line, RoundingMode rounding) {
    List<Discount> computed = new ArrayList<>(line.discounts());
    Money perPiece = line.unitPrice();
    for (int i = 0; i < computed.size(); i++) {
      Discount discount = computed.get(i);
      if (discount.type() == DiscountType.PERCENTAGE) {
        Money off = percentOf(perPiece, discount.value(), rounding);
        perPiece = perPiece.minus(off);
        computed.set(i, discount.withAmount(off.times(line.quantity())));
      }
    }
    Money amount = perPiece.times(line.quantity());
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

  /** Whether the amount discounts fit into what the percent discounts leave of the line. */
  static boolean hasRoomForAmounts(LineItem line, RoundingMode rounding) {
    Money left = line.unitPrice();
    Money off = Money.ZERO;
    for (Discount discount : line.discounts()) {
      if (discount.type() == DiscountType.PERCENTAGE) {
        left = left.minus(percentOf(left, discount.value(), rounding));
      } else {
        off = off.plus(new Money(discount.value()));
      }
    }
    return !off.isGreaterThan(left.times(line.quantity()));
  }

  /** Rounding up may exceed a price below one yen; no more than the price is taken off. */
  private static Money percentOf(Money base, BigDecimal percent, RoundingMode rounding) {
    return new Money(base.amount().multiply(percent).divide(HUNDRED))
        .rounded(0, rounding)
        .min(base);
  }
}
