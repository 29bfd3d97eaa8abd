package dev.poscart.domain.sale;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is left of a line of a sale after returns.
 *
 * @param sold the line as sold
 * @param back the returned parts of it
 */
record LineRemainder(LineItem sold, List<LineItem> back) {

  /** The number of pieces left to return. */
  int quantity() {
    return sold.cancelled()
        ? 0
        : sold.quantity() - back.stream().mapToInt(LineItem::quantity).sum();
  }

  /** Takes pieces out of those left, with their share of the remaining discounts. */
  LineItem pieces(int quantity) {
    List<Money> discountsLeft = discountsLeft();
    int decimals =
        Stream.concat(Stream.of(sold.unitPrice()), discountsLeft.stream())
            .mapToInt(money -> money.amount().scale())
            .reduce(0, Math::max);
    // Cut together, so that the discounts of a piece never exceed its price.
    List<Money> cut = Proportion.cut(discountsLeft, quantity, quantity(), decimals);
    int own = sold.discounts().size();
    List<Discount> discounts = withAmounts(sold.discounts(), cut.subList(0, own));
    Money amount =
        discounts.stream()
            .map(Discount::amount)
            .reduce(sold.unitPrice().times(quantity), Money::minus);
    return new LineItem(
        sold.lineNo(),
        sold.item(),
        sold.unitPrice(),
        sold.unitPriceOriginal(),
        quantity,
        amount,
        discounts,
        withAmounts(sold.allocated(), cut.subList(own, cut.size())),
        false,
        sold.classCode());
  }

  /** The value of an amount discount is what it takes off; here, off these pieces. */
  static List<Discount> withAmounts(List<Discount> discounts, List<Money> amounts) {
    List<Discount> result = new ArrayList<>();
    for (int i = 0; i < discounts.size(); i++) {
      Discount discount = discounts.get(i);
      Money amount = amounts.get(i);
      result.add(
          discount.type() == DiscountType.PERCENTAGE
              ? discount.withAmount(amount)
              : new Discount(
                  discount.type(),
                  amount.amount(),
                  amount,
                  discount.detail(),
                  discount.promotion()));
    }
    return result;
  }

  private List<Money> discountsLeft() {
    List<Money> left = new ArrayList<>(discounts(sold));
    for (LineItem pieces : back) {
      List<Money> gone = discounts(pieces);
      for (int i = 0; i < left.size(); i++) {
        left.set(i, left.get(i).minus(gone.get(i)));
      }
    }
    return left;
  }

  /** The line's own discounts, then its shares of the subtotal discounts. */
  private static List<Money> discounts(LineItem line) {
    return Stream.concat(line.discounts().stream(), line.allocated().stream())
        .map(Discount::amount)
        .toList();
  }
}
