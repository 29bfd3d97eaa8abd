package dev.poscart.domain.report;

import dev.poscart.domain.report.SoldGoods.Sold;
import dev.poscart.domain.report.SoldGoods.SoldCategory;
import dev.poscart.domain.report.SoldGoods.SoldItem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up goods, one after the other. What is added costs its own size, however many items are in
 * the sum; a copy of the sum each time would make the day of a store with many items slow.
 */
public final class GoodsSum {

  private final Map<String, SoldCategory> categories = new TreeMap<>();
  private final Map<String, SoldItem> items = new TreeMap<>();
  private Sold total = Sold.NONE;

  /** Adds goods that were sold after those in the sum. */
  public void add(SoldGoods goods) {
    for (SoldCategory category : goods.categories()) {
      categories.merge(category.categoryCode(), category, SoldCategory::plus);
    }
    for (SoldItem item : goods.items()) {
      items.merge(item.key(), item, SoldItem::plus);
    }
    total = total.plus(goods.total());
  }

  /** The sum of what was added so far. */
  public SoldGoods sum() {
    return new SoldGoods(List.copyOf(categories.values()), List.copyOf(items.values()), total);
  }
}
