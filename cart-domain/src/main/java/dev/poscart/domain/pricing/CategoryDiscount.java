package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.Discount.PromotionReference;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Promotion;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A promotion with a percentage off all items of some categories. If several apply to a category,
 * the one with the highest rate counts, among equals the first. A line keeps the discount it was
 * granted, even if the promotion ends or a better one starts.
 */
final class CategoryDiscount implements PromotionRule {

  static final String TYPE = "category_discount";

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Map<Integer, List<Discount>> discounts(List<Promotion> running, List<LineItem> lines) {
    Map<String, Promotion> best = bestByCategory(running);
    Map<Integer, List<Discount>> discounts = new HashMap<>();
    for (LineItem line : lines) {
      Promotion promotion = best.get(line.item().categoryCode());
      if (promotion != null && isOpen(line)) {
        discounts.put(line.lineNo(), List.of(discount(promotion)));
      }
    }
    return discounts;
  }

  private static Map<String, Promotion> bestByCategory(List<Promotion> running) {
    Map<String, Promotion> best = new HashMap<>();
    for (Promotion promotion : running) {
      if (isPercentage(promotion.discountRate())) {
        for (String category : promotion.targetCategoryCodes()) {
          best.merge(category, promotion, CategoryDiscount::better);
        }
      }
    }
    return best;
  }

  private static Promotion better(Promotion earlier, Promotion later) {
    return later.discountRate().compareTo(earlier.discountRate()) > 0 ? later : earlier;
  }

  /** Back offices do not validate the rate; anything but a percentage grants nothing. */
  private static boolean isPercentage(BigDecimal rate) {
    return rate.signum() >= 0 && rate.compareTo(HUNDRED) <= 0;
  }

  private static boolean isOpen(LineItem line) {
    return line.live()
        && !line.item().discountRestricted()
        && line.discounts().stream()
            .flatMap(discount -> discount.promotion().stream())
            .noneMatch(promotion -> promotion.type().equals(TYPE));
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
