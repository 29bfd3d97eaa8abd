package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Promotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The promotions that run, with the rules that know them. A promotion of a kind that no rule knows
 * gives nothing.
 */
record Offers(List<PromotionRule> rules, List<Promotion> running) {

  Offers {
    rules = List.copyOf(rules);
    running = List.copyOf(running);
  }

  boolean isEmpty() {
    return running.isEmpty();
  }

  /** The lines with what they newly get behind what they have; amounts are yet to be computed. */
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
   * Money off by hand was agreed with the customer before: a promotion that leaves less on the line
   * than that is not given.
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
