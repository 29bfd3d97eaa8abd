package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.ReceiptLine.left;
import static dev.poscart.domain.receipt.ReceiptLine.split;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.LongItemNames;
import dev.poscart.domain.model.ReceiptFormat;
import dev.poscart.domain.model.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The items of a sale: each live line with its quantity and its own discounts. */
final class ItemSection {

  /** The tax codes of items at the reduced rate, which a qualified invoice must mark. */
  private static final Set<String> REDUCED_RATE = Set.of("11", "12");

  private static final int PIECES_END = 12;
  private static final int AMOUNT_OFF_END = 15;
  private static final int PERCENT_OFF_END = 19;

  private ItemSection() {}

  /**
   * Lays out the lines.
   *
   * @param columns width of the paper, which decides whether a name needs a second line
   */
  static List<ReceiptLine> of(Transaction transaction, int columns) {
    boolean wraps =
        transaction.receipt().longItemNames() == LongItemNames.WRAP
            && transaction.receipt().format() == ReceiptFormat.XML;
    List<ReceiptLine> lines = new ArrayList<>();
    transaction.lines().stream()
        .filter(LineItem::live)
        .forEach(
            line -> {
              ReceiptLine.Split item = item(line);
              lines.addAll(wraps ? item.wrapped(columns) : List.of(item));
              lines.addAll(pieces(line));
              line.discounts().forEach(discount -> lines.add(discount(discount)));
            });
    return lines;
  }

  /** The explanation of the reduced-rate mark, if any line has it. */
  static List<ReceiptLine> legend(Transaction transaction) {
    boolean marked =
        transaction.lines().stream()
            .filter(LineItem::live)
            .anyMatch(line -> REDUCED_RATE.contains(line.item().taxCode()));
    return marked ? List.of(left("軽:軽減税率対象")) : List.of();
  }

  private static ReceiptLine.Split item(LineItem line) {
    String beforeDiscounts = Figures.grouped(line.amount().plus(line.discountTotal()));
    return split(line.item().description(), beforeDiscounts + mark(line));
  }

  /**
   * Two columns: 外 standard rate, tax not included; 込 standard rate, tax included; 軽 reduced rate.
   */
  private static String mark(LineItem line) {
    String taxCode = line.item().taxCode();
    if (REDUCED_RATE.contains(taxCode)) {
      return "軽";
    }
    return switch (taxCode) {
      case "01" -> "外";
      case "02" -> "込";
      default -> "  ";
    };
  }

  private static List<ReceiptLine> pieces(LineItem line) {
    if (line.quantity() < 2) {
      return List.of();
    }
    String count = Columns.padStart(line.quantity() + " 個", PIECES_END);
    return List.of(left(count + "@" + Figures.grouped(line.unitPrice())));
  }

  private static ReceiptLine discount(Discount discount) {
    String off = Figures.yen(discount.amount().negated()) + "  ";
    return switch (discount.type()) {
      case AMOUNT -> new ReceiptLine.Split("", "値引:", AMOUNT_OFF_END, off);
      case PERCENTAGE ->
          new ReceiptLine.Split(
              "", "割引: " + Figures.percent(discount.value()), PERCENT_OFF_END, off);
    };
  }
}
