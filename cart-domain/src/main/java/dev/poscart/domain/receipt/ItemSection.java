package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.ReceiptLine.left;
import static dev.poscart.domain.receipt.ReceiptLine.split;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Transaction;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What was sold: each live line with its pieces and its own discounts. */
final class ItemSection {

  /** The tax codes of goods at the reduced rate, which a qualified invoice must tell apart. */
  private static final Set<String> REDUCED_RATE = Set.of("11", "12");

  private static final int PIECES_END = 12;
  private static final int AMOUNT_OFF_END = 15;
  private static final int PERCENT_OFF_END = 19;

  private ItemSection() {}

  static List<ReceiptLine> of(Transaction transaction) {
    return transaction.lines().stream().filter(LineItem::live).flatMap(ItemSection::line).toList();
  }

  /** What the reduced-rate mark means, if any line bears it. */
  static List<ReceiptLine> legend(Transaction transaction) {
    boolean marked =
        transaction.lines().stream()
            .filter(LineItem::live)
            .anyMatch(line -> REDUCED_RATE.contains(line.item().taxCode()));
    return marked ? List.of(left("軽:軽減税率対象")) : List.of();
  }

  private static Stream<ReceiptLine> line(LineItem line) {
    String beforeDiscounts = Figures.grouped(line.amount().plus(line.discountTotal()));
    ReceiptLine item = split(line.item().description(), beforeDiscounts + mark(line));
    Stream<ReceiptLine> discounts = line.discounts().stream().map(ItemSection::discount);
    return Stream.concat(Stream.concat(Stream.of(item), pieces(line)), discounts);
  }

  /** Two columns: 外 tax on top at the standard rate, 込 inside, 軽 the reduced rate either way. */
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

  private static Stream<ReceiptLine> pieces(LineItem line) {
    if (line.quantity() < 2) {
      return Stream.empty();
    }
    String count = Columns.padStart(line.quantity() + " 個", PIECES_END);
    return Stream.of(left(count + "@" + Figures.grouped(line.unitPrice())));
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
