package dev.poscart.adapters.envelope;

import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes and reads lines. A line's copy of the item is in the master data of the document. */
final class LineForm {

  static final int MAX_LINES = 9_999;
  static final int MAX_QUANTITY = 99_999;

  private LineForm() {}

  static void write(DocumentWriter document, LineItem line) {
    Item item = line.item();
    document.put("amount", line.amount()).put("category_code", item.categoryCode());
    line.classCode().ifPresent(code -> document.put("class_code", code));
    document
        .put("description", item.description())
        .put("description_short", item.descriptionShort())
        .putNumbered("discounts", line.discounts(), DiscountForm::write)
        .putNumbered("discounts_allocated", line.allocated(), DiscountForm::write)
        .putTexts("image_urls", List.of())
        .put("is_cancelled", line.cancelled())
        .put("is_discount_restricted", item.discountRestricted())
        .put("is_unit_price_changed", line.unitPriceOriginal().isPresent())
        .put("item_code", item.itemCode())
        .putTexts("item_details", List.of())
        .put("line_no", line.lineNo())
        .put("quantity", line.quantity())
        .put("tax_code", item.taxCode())
        .put("unit_price", line.unitPrice())
        .put("unit_price_original", line.unitPriceOriginal().orElse(Money.ZERO));
  }

  /**
   * Reads lines.
   *
   * @param items the master data of the document, by item code
   */
  static List<LineItem> read(DocumentFields cart, Map<String, DocumentFields> items)
      throws MalformedEnvelopeException {
    List<LineItem> lines = cart.list("line_items", fields -> line(fields, items));
    if (lines.size() > MAX_LINES) {
      throw cart.wrong("line_items", "at most " + MAX_LINES);
    }
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).lineNo() != i + 1) {
        throw cart.wrong("line_items[" + i + "].line_no", String.valueOf(i + 1));
      }
    }
    return lines;
  }

  private static LineItem line(DocumentFields fields, Map<String, DocumentFields> items)
      throws MalformedEnvelopeException {
    int quantity = fields.count("quantity");
    if (quantity < 1 || quantity > MAX_QUANTITY) {
      throw fields.wrong("quantity", "1.." + MAX_QUANTITY);
    }
    return new LineItem(
        fields.count("line_no"),
        item(fields, Optional.ofNullable(items.get(fields.text("item_code")))),
        fields.money("unit_price"),
        original(fields),
        quantity,
        fields.money("amount"),
        fields.list("discounts", DiscountForm::read),
        fields.list("discounts_allocated", DiscountForm::read),
        fields.flag("is_cancelled"),
        fields.optionalText("class_code"));
  }

  private static Optional<Money> original(DocumentFields fields) throws MalformedEnvelopeException {
    return fields.flag("is_unit_price_changed")
        ? Optional.of(fields.money("unit_price_original"))
        : Optional.empty();
  }

  /** Kugelpos keeps only the master data that its last operation used; the line has the rest. */
  private static Item item(DocumentFields line, Optional<DocumentFields> master)
      throws MalformedEnvelopeException {
    return new Item(
        line.text("item_code"),
        line.textOr("description", ""),
        line.optionalText("description_short"),
        master.isPresent()
            ? master.get().money("unit_price")
            : original(line).orElse(line.money("unit_price")),
        master.isPresent() ? ItemMasterForm.storePrice(master.get()) : Optional.empty(),
        line.textOr("category_code", ""),
        line.textOr("tax_code", ""),
        line.flag("is_discount_restricted"),
        master.isEmpty() || ItemMasterForm.isVerified(master.get()));
  }
}
