package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.Discount.PromotionReference;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Promotion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An example of a promotion kind, worked out in docs/adding-a-promotion-kind.md: a percentage off
 * lines of three and more pieces, whatever their category. The first promotion that runs counts.
 */
final class BulkDiscount implements PromotionRule {

  static final String TYPE = "bulk_discount";

  private static final int FROM = 3;

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Map<Integer, List<Discount>> discounts(List<Promotion> running, List<LineItem> lines) {
    Map<Integer, List<Discount>> discounts = new HashMap<>();
    for (LineItem line : lines) {
      if (line.quantity() >= FROM && isOpen(line)) {
        discounts.put(line.lineNo(), List.of(discount(running.get(0))));
      }
    }
    return discounts;
  }

  private static boolean isOpen(LineItem line) {
    return line.live()
        && !line.item().discountRestricted()
        && line.discounts().stream().allMatch(discount -> discount.promotion().isEmpty());
  }

  private static Discount discount(Promotion promotion) {
    return new Discount(
        DiscountType.PERCENTAGE,
        promotion.discountRate(),
        Money.ZERO,
        Optional.of(promotion.name()),
        Optional.of(new PromotionReference(promotion.promotionCode(), promotion.promotionType())));
  }
}
