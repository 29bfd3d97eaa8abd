package dev.poscart.adapters.envelope;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.Discount.PromotionReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes and reads discounts. */
final class DiscountForm {

  private DiscountForm() {}

  static List<Map<String, ?>> write(List<Discount> discounts) {
    List<Map<String, ?>> list = new ArrayList<>(discounts.size());
    for (Discount discount : discounts) {
      list.add(
          new DocumentWriter()
              .put("seq_no", list.size() + 1)
              .put("discount_type", WireWords.of(WireWords.DISCOUNT, discount.type()))
              .put("discount_value", discount.value())
              .put("discount_amount", discount.amount())
              .put("detail", discount.detail())
              .put("promotion_code", discount.promotion().map(PromotionReference::code))
              .put("promotion_type", discount.promotion().map(PromotionReference::type))
              .make());
    }
    return list;
  }

  static Discount read(DocumentFields fields) throws MalformedEnvelopeException {
    Optional<String> code = fields.optionalText("promotion_code");
    String type = fields.textOr("promotion_type", "");
    return new Discount(
        fields.choice("discount_type", WireWords.DISCOUNT),
        fields.decimal("discount_value"),
        fields.money("discount_amount"),
        fields.optionalText("detail"),
        code.map(promotion -> new PromotionReference(promotion, type)));
  }
}
