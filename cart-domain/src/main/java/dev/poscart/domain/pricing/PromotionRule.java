package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Promotion;
import java.util.List;
import java.util.Map;

/** A kind of promotion: determines which discounts it grants to the lines of a cart. */
public interface PromotionRule {

  /** The {@code promotionType} of the promotions that this rule applies. */
  String type();

  /**
   * Determines the additional discounts of lines. Called for every calculation, so a line that
   * already has its discount must get nothing more.
   *
   * @param running promotions of this type only, in list order
   * @param lines all lines of the cart, including cancelled ones
   * @return discounts by line number; lines without an entry get nothing
   */
  Map<Integer, List<Discount>> discounts(List<Promotion> running, List<LineItem> lines);
}
