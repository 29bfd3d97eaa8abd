package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Promotion;
import java.util.List;
import java.util.Map;

/** One kind of promotion: which discounts it gives to the lines of a cart. */
public interface PromotionRule {

  /** The {@code promotionType} of the promotions that it knows. */
  String type();

  /**
   * What lines get beside the discounts that they have. Asked at every calculation, so a line that
   * has got its discount gets nothing more.
   *
   * @param running promotions of this type only, as listed
   * @param lines all lines of the cart, cancelled ones included
   * @return by line number; a line without an entry gets nothing
   */
  Map<Integer, List<Discount>> discounts(List<Promotion> running, List<LineItem> lines);
}
