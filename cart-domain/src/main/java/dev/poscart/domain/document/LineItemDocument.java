package dev.poscart.domain.document;

import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import java.util.Map;
import java.util.Optional;

/**
 * Converts lines with their copy of the item. Item data that is shown in the line is stored in the
 * line; the rest of the copy is stored under {@code item}.
 */
final class LineItemDocument {

  private LineItemDocument() {}

  static Map<String, Object> write(LineItem line) {
    Item item = line.item();
    return new DocumentBuilder()
        .put("line_no", line.lineNo())
        .put("item_code", item.itemCode())
        .put("category_code", item.categoryCode())
        .put("description", item.description())
        .put("description_short", item.descriptionShort())
        .put("unit_price", line.unitPrice())
        .put("unit_price_original", line.unitPriceOriginal().orElse(Money.ZERO))
        .put("is_unit_price_changed", line.unitPriceOriginal().isPresent())
        .put("quantity", line.quantity())
        .put("discounts", DiscountDocument.write(line.discounts()))
        .put("discounts_allocated", DiscountDocument.write(line.allocated()))
        .put("amount", line.amount())
        .put("tax_code", item.taxCode())
        .put("is_cancelled", line.cancelled())
        .put("item", restOf(item))
        .putPresent("class_code", line.classCode())
        .make();
  }

  private static Map<String, Object> restOf(Item item) {
    return new DocumentBuilder()
        .put("unit_price", item.unitPrice())
        .putMoney("store_price", item.storePrice())
        .put("is_discount_restricted", item.discountRestricted())
        .put("is_verified", item.verified())
        .make();
  }

  static LineItem read(DocumentReader document) {
    return new LineItem(
        document.integer("line_no"),
        document.object("item", rest -> item(document, rest)),
        document.money("unit_price"),
        original(document),
        document.integer("quantity"),
        document.money("amount"),
        document.list("discounts", DiscountDocument::read),
        document.list("discounts_allocated", DiscountDocument::read),
        document.flag("is_cancelled"),
        document.optionalText("class_code"));
  }

  private static Item item(DocumentReader line, DocumentReader rest) {
    return new Item(
        line.text("item_code"),
        line.text("description"),
        line.optionalText("description_short"),
        rest.money("unit_price"),
        rest.optionalMoney("store_price"),
        line.text("category_code"),
        line.text("tax_code"),
        rest.flag("is_discount_restricted"),
        rest.flag("is_verified"));
  }

  /** The original price of a free item is 0 as well, so the flag decides. */
  private static Optional<Money> original(DocumentReader document) {
    return document.flag("is_unit_price_changed")
        ? Optional.of(document.money("unit_price_original"))
        : Optional.empty();
  }
}
