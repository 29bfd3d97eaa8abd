package dev.poscart.domain.document;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.Discount.PromotionReference;
import dev.poscart.domain.model.DiscountType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Converts discounts; their sequence number is their position in the list. */
final class DiscountDocument {

  private DiscountDocument() {}

  static List<Map<String, Object>> write(List<Discount> discounts) {
    List<Map<String, Object>> documents = new ArrayList<>(discounts.size());
    for (Discount discount : discounts) {
      documents.add(write(documents.size() + 1, discount));
    }
    return documents;
  }

  private static Map<String, Object> write(int seqNo, Discount discount) {
    return new DocumentBuilder()
        .put("seq_no", seqNo)
        .put("discount_type", discount.type())
        .put("discount_value", discount.value())
        .put("discount_amount", discount.amount())
        .put("detail", discount.detail())
        .put("promotion_code", discount.promotion().map(PromotionReference::code))
        .put("promotion_type", discount.promotion().map(PromotionReference::type))
        .make();
  }

  static Discount read(DocumentReader document) {
    Optional<PromotionReference> promotion =
        document
            .optionalText("promotion_code")
            .map(code -> new PromotionReference(code, document.text("promotion_type")));
    return new Discount(
        document.choice("discount_type", DiscountType.class),
        document.decimal("discount_value"),
        document.money("discount_amount"),
        document.optionalText("detail"),
        promotion);
  }
}
