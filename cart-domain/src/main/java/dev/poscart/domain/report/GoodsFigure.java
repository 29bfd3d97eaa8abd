package dev.poscart.domain.report;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;

/**
 * What was sold and not returned of an item or a category, from live lines.
 *
 * @param gross price times quantity, with or without tax as the items are priced
 * @param discount the lines' own discounts and their shares of subtotal discounts
 * @param quantity number of pieces
 * @param discountQuantity number of pieces in lines with any discount
 */
public record GoodsFigure(Money gross, Money discount, int quantity, int discountQuantity) {

  public static final GoodsFigure NONE = new GoodsFigure(Money.ZERO, Money.ZERO, 0, 0);

  static GoodsFigure of(LineItem line, Direction direction) {
    Money discount = line.discountTotal().plus(Money.sum(line.allocated(), Discount::amount));
    boolean discounted = !line.discounts().isEmpty() || !line.allocated().isEmpty();
    int sign = direction.net();
    return new GoodsFigure(
        line.amount().plus(line.discountTotal()).times(sign),
        discount.times(sign),
        Math.multiplyExact(line.quantity(), sign),
        discounted ? Math.multiplyExact(line.quantity(), sign) : 0);
  }

  public GoodsFigure plus(GoodsFigure other) {
    return new GoodsFigure(
        gross.plus(other.gross),
        discount.plus(other.discount),
        Math.addExact(quantity, other.quantity),
        Math.addExact(discountQuantity, other.discountQuantity));
  }

  /** The amount that tax is computed from. */
  public Money net() {
    return gross.minus(discount);
  }
}
