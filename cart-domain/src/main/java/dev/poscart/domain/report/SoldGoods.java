package dev.poscart.domain.report;

import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The figures of the category and item reports of some transactions. {@link GoodsSum} adds them up.
 *
 * @param categories one per category, ordered by code
 * @param items one per category and item, ordered by category and item code
 * @param total over all lines; its transactions are sales less voided ones
 */
public record SoldGoods(List<SoldCategory> categories, List<SoldItem> items, Sold total) {

  public static final SoldGoods NONE = new SoldGoods(List.of(), List.of(), Sold.NONE);

  public SoldGoods {
    categories = List.copyOf(categories);
    items = List.copyOf(items);
  }

  /**
   * Some goods.
   *
   * @param transactions number of sales that contain them, less voided ones
   */
  public record Sold(GoodsFigure figure, int transactions) {

    public static final Sold NONE = new Sold(GoodsFigure.NONE, 0);

    Sold plus(Sold other) {
      return new Sold(figure.plus(other.figure), Math.addExact(transactions, other.transactions));
    }
  }

  /** The goods of one category. */
  public record SoldCategory(String categoryCode, Sold sold) {

    SoldCategory plus(SoldCategory other) {
      return new SoldCategory(categoryCode, sold.plus(other.sold));
    }
  }

  /**
   * The goods of one item code in one category.
   *
   * @param name as it was sold last
   */
  public record SoldItem(String categoryCode, String itemCode, String name, Sold sold) {

    SoldItem plus(SoldItem other) {
      return new SoldItem(categoryCode, itemCode, other.name, sold.plus(other.sold));
    }

    String key() {
      return SoldGoods.key(categoryCode, itemCode);
    }
  }

  /** The goods of one transaction. */
  public static SoldGoods of(Transaction transaction) {
    if (transaction.sales().cancelled()) {
      return NONE;
    }
    Direction direction = Direction.of(transaction.type());
    List<LineItem> live = transaction.lines().stream().filter(LineItem::live).toList();
    return new SoldGoods(
        categories(live, direction),
        items(live, direction),
        new Sold(sum(live.stream(), direction), direction.sold()));
  }

  /** The items of one category, ordered by code. */
  public List<SoldItem> itemsOf(String categoryCode) {
    return items.stream().filter(item -> item.categoryCode().equals(categoryCode)).toList();
  }

  private static List<SoldCategory> categories(List<LineItem> live, Direction direction) {
    Set<String> seen = new HashSet<>();
    List<SoldCategory> each = new ArrayList<>();
    for (LineItem line : live) {
      String code = line.item().categoryCode();
      each.add(new SoldCategory(code, sold(line, direction, seen.add(code))));
    }
    return Merge.byCode(each, List.of(), SoldCategory::categoryCode, SoldCategory::plus);
  }

  private static List<SoldItem> items(List<LineItem> live, Direction direction) {
    Set<String> seen = new HashSet<>();
    List<SoldItem> each = new ArrayList<>();
    for (LineItem line : live) {
      Item item = line.item();
      boolean first = seen.add(key(item.categoryCode(), item.itemCode()));
      each.add(
          new SoldItem(
              item.categoryCode(),
              item.itemCode(),
              item.description(),
              sold(line, direction, first)));
    }
    return Merge.byCode(each, List.of(), SoldItem::key, SoldItem::plus);
  }

  /** Orders by category, then by item; no code contains the separator. */
  private static String key(String categoryCode, String itemCode) {
    return categoryCode + '\0' + itemCode;
  }

  private static Sold sold(LineItem line, Direction direction, boolean firstOfTransaction) {
    return new Sold(GoodsFigure.of(line, direction), firstOfTransaction ? direction.sold() : 0);
  }

  private static GoodsFigure sum(Stream<LineItem> lines, Direction direction) {
    Function<LineItem, GoodsFigure> figure = line -> GoodsFigure.of(line, direction);
    return lines.map(figure).reduce(GoodsFigure.NONE, GoodsFigure::plus);
  }
}
