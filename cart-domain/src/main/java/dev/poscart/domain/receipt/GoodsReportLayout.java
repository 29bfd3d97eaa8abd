package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.ReceiptLine.BLANK;
import static dev.poscart.domain.receipt.ReceiptLine.BORDER;
import static dev.poscart.domain.receipt.ReceiptLine.left;
import static dev.poscart.domain.receipt.ReportLayout.yen;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.report.GoodsFigure;
import dev.poscart.domain.report.SoldGoods;
import dev.poscart.domain.report.SoldGoods.SoldCategory;
import dev.poscart.domain.report.SoldGoods.SoldItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The figures of the category and item reports, from top to bottom. */
final class GoodsReportLayout {

  static final String CATEGORY_TITLE = "【分類別売上レポート( %s )】";
  static final String ITEM_TITLE = "【商品別売上レポート( %s )】";

  private static final int AMOUNT_WIDTH = 12;
  private static final int PIECES_WIDTH = 6;

  private final int columns;
  private final Map<String, String> categoryNames;
  private final List<ReceiptLine> lines = new ArrayList<>();

  private GoodsReportLayout(int columns, Map<String, String> categoryNames) {
    this.columns = columns;
    this.categoryNames = categoryNames;
  }

  /**
   * The category report.
   *
   * @param names of categories, by code
   */
  static List<ReceiptLine> categories(SoldGoods goods, Map<String, String> names, int columns) {
    GoodsReportLayout layout = new GoodsReportLayout(columns, names);
    for (SoldCategory category : goods.categories()) {
      GoodsFigure figure = category.sold().figure();
      layout.add(layout.name(category), figure.quantity(), figure.gross());
      layout.addDiscount("  値引", figure);
    }
    layout.addTotal(goods.total().figure());
    return layout.lines;
  }

  /**
   * The item report.
   *
   * @param names of categories, by code
   */
  static List<ReceiptLine> items(SoldGoods goods, Map<String, String> names, int columns) {
    GoodsReportLayout layout = new GoodsReportLayout(columns, names);
    goods.categories().forEach(category -> layout.addItems(category, goods));
    layout.addTotal(goods.total().figure());
    return layout.lines;
  }

  private void addItems(SoldCategory category, SoldGoods goods) {
    lines.add(left(name(category)));
    for (SoldItem item : goods.itemsOf(category.categoryCode())) {
      GoodsFigure figure = item.sold().figure();
      add("  " + item.name(), figure.quantity(), figure.gross());
      addDiscount("    値引", figure);
    }
    add("小計", category.sold().figure().quantity(), category.sold().figure().net());
    lines.add(BLANK);
  }

  private String name(SoldCategory category) {
    return categoryNames.getOrDefault(category.categoryCode(), category.categoryCode());
  }

  private void addTotal(GoodsFigure total) {
    lines.add(BORDER);
    add("合計", total.quantity(), total.gross());
    addDiscount("  値引", total);
    lines.add(BLANK);
    lines.add(left("総売上: " + yen(total.gross())));
    lines.add(left("値引計: " + yen(total.discount())));
    lines.add(left("純売上: " + yen(total.net())));
    lines.add(BORDER);
    lines.add(ReportLayout.noReceiptNo());
  }

  private void addDiscount(String title, GoodsFigure figure) {
    if (!figure.discount().isZero()) {
      add(title, figure.discountQuantity(), figure.discount().negated());
    }
  }

  private void add(String name, int quantity, Money amount) {
    String pieces = Columns.padStart(ReportLayout.pieces(quantity), PIECES_WIDTH);
    String right = pieces + Columns.padStart(yen(amount), AMOUNT_WIDTH);
    lines.addAll(new ReceiptLine.Split(name, "", 0, right).wrapped(columns));
  }
}
