package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Promotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The running promotions and the rules that apply them. Promotions of an unknown kind grant
 * nothing.
 */
record Offers(List<PromotionRule> rules, List<Promotion> running) {

  Offers {
    rules = List.copyOf(rules);
    running = List.copyOf(running);
  }

  boolean isEmpty() {
    return running.isEmpty();
  }

  /** The lines with newly granted discounts added; their amounts are not calculated yet. */
  List<LineItem> given(List<LineItem> lines, DiscountRounding rounding) {
    List<LineItem> result = lines;
    for (PromotionRule rule : rules) {
      List<Promotion> known =
          running.stream().filter(p -> p.promotionType().equals(rule.type())).toList();
      if (!known.isEmpty()) {
        Map<Integer, List<Discount>> discounts = rule.discounts(known, result);
        result =
            result.stream()
                .map(
                    line -> given(line, discounts.getOrDefault(line.lineNo(), List.of()), rounding))
                .toList();
      }
    }
    return result;
  }

  /**
   * A manual discount was agreed with the customer, so a promotion that would not leave room for it
   * is not granted.
   */
  private static LineItem given(LineItem line, List<Discount> more, DiscountRounding rounding) {
    if (more.isEmpty()) {
      return line;
    }
    List<Discount> all = new ArrayList<>(line.discounts());
    all.addAll(more);
    LineItem promoted = line.withDiscounts(line.amount(), all);
    return LinePricing.hasRoomForAmounts(promoted, rounding) ? promoted : line;
  }
}
