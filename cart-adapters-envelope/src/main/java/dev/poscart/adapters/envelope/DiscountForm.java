package dev.poscart.adapters.envelope;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.Discount.PromotionReference;
import java.util.Optional;

/** Writes and reads discounts. */
final class DiscountForm {

  private DiscountForm() {}

  static void write(DocumentWriter document, Discount discount, int number) {
    document
        .put("detail", discount.detail())
        .put("discount_amount", discount.amount())
        .put("discount_type", WireWords.of(WireWords.DISCOUNT, discount.type()))
        .put("discount_value", discount.value())
        .put("promotion_code", discount.promotion().map(PromotionReference::code))
        .put("promotion_type", discount.promotion().map(PromotionReference::type))
        .put("seq_no", number);
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
