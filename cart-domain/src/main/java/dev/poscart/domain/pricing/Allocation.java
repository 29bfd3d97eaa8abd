package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Allocates subtotal discounts to the live lines that may be discounted, in proportion to what is
 * left of each line. The shares of a discount add up exactly, and no line becomes negative: shares
 * are truncated to the smallest unit in use (one yen, unless a line or the discount has decimals),
 * and the remaining units go to the largest remainders; among equals first to the larger line, then
 * to the earlier one.
 */
final class Allocation {

  private Allocation() {}

  static boolean takesShares(LineItem line) {
    return line.live() && !line.item().discountRestricted();
  }

  static List<LineItem> allocate(List<Discount> discounts, List<LineItem> lines) {
    List<LineItem> result = new ArrayList<>();
    for (LineItem line : lines) {
      result.add(line.withAllocated(List.of()));
    }
    for (Discount discount : discounts) {
      place(discount, result);
    }
    return result;
  }

  /** A line's share of a discount during the calculation. */
  private record Share(int index, Money left, BigDecimal cut, BigDecimal remainder) {}

  private static void place(Discount discount, List<LineItem> lines) {
    int decimals = decimals(discount.amount(), lines);
    List<Share> shares = shares(discount.amount(), lines, decimals);
    BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
    BigDecimal missing =
        shares.stream().map(Share::cut).reduce(discount.amount().amount(), BigDecimal::subtract);
    int extra = missing.divide(unit, 0, RoundingMode.UNNECESSARY).intValueExact();
    List<Share> byRemainder =
        shares.stream()
            .sorted(
                Comparator.comparing(Share::remainder)
                    .thenComparing(Share::left)
                    .reversed()
                    .thenComparing(Share::index))
            .toList();
    for (int i = 0; i < byRemainder.size(); i++) {
      Share share = byRemainder.get(i);
      Money amount = new Money(i < extra ? share.cut().add(unit) : share.cut());
      LineItem line = lines.get(share.index());
      lines.set(
          share.index(),
          line.withAllocated(
              Stream.concat(line.allocated().stream(), Stream.of(discount.withAmount(amount)))
                  .toList()));
    }
  }

  private static List<Share> shares(Money discount, List<LineItem> lines, int decimals) {
    Money whole =
        lines.stream()
            .filter(Allocation::takesShares)
            .map(LineItem::taxBase)
            .reduce(Money.ZERO, Money::plus);
    if (discount.isGreaterThan(whole)) {
      throw new Refused(
          Refusal.DISCOUNT_NOT_ALLOCATED,
          "subtotal discount "
              + discount
              + " (expected: <= "
              + whole
              + ", what may be discounted)");
    }
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      LineItem line = lines.get(i);
      if (takesShares(line) && line.taxBase().isPositive()) {
        shares.add(share(i, line.taxBase(), discount, whole, decimals));
      }
    }
    return shares;
  }

  private static Share share(int index, Money left, Money discount, Money whole, int decimals) {
    BigDecimal product = discount.amount().multiply(left.amount());
    BigDecimal cut = product.divide(whole.amount(), decimals, RoundingMode.DOWN);
    // Remainders are compared over their common denominator, so that no digit is lost.
    BigDecimal remainder = product.subtract(cut.multiply(whole.amount()));
    return new Share(index, left, cut, remainder);
  }

  private static int decimals(Money discount, List<LineItem> lines) {
    return lines.stream()
        .filter(Allocation::takesShares)
        .mapToInt(line -> line.taxBase().amount().scale())
        .reduce(discount.amount().scale(), Math::max);
  }
}
