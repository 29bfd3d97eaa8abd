package dev.poscart.adapters.envelope;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.Discount.PromotionReference;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.model.TaxRule;
import dev.poscart.domain.model.TaxType;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a {@link CartTree}. */
final class TreeParts {

  private TreeParts() {}

  static Map<String, ?> line(LineItem line) {
    Item item = line.item();
    TreeMembers document =
        new TreeMembers()
            .put("line_no", line.lineNo())
            .put("item_code", item.itemCode())
            .put("category_code", item.categoryCode())
            .put("description", item.description())
            .put("description_short", item.descriptionShort())
            .put("unit_price", line.unitPrice())
            .put("unit_price_original", line.unitPriceOriginal().orElse(Money.ZERO))
            .put("is_unit_price_changed", line.unitPriceOriginal().isPresent())
            .put("quantity", line.quantity())
            .put("discounts", discounts(line.discounts()))
            .put("discounts_allocated", discounts(line.allocated()))
            .put("amount", line.amount())
            .put("tax_code", item.taxCode())
            .put("is_cancelled", line.cancelled())
            .put("item_details", List.of())
            .put("image_urls", List.of())
            .put("is_discount_restricted", item.discountRestricted());
    line.classCode().ifPresent(code -> document.put("class_code", code));
    return document.make();
  }

  static List<Map<String, ?>> items(Cart cart) {
    Map<String, Item> items = new LinkedHashMap<>();
    cart.lines().stream()
        .map(LineItem::item)
        .forEach(item -> items.putIfAbsent(item.itemCode(), item));
    List<Map<String, ?>> list = new ArrayList<>(items.size());
    items.values().forEach(item -> list.add(item(item, cart)));
    return list;
  }

  private static Map<String, ?> item(Item item, Cart cart) {
    TreeMembers document =
        new TreeMembers()
            .putUnstored()
            .put("tenant_id", cart.terminal().tenantId())
            .put("store_code", cart.terminal().storeCode())
            .put("item_code", item.itemCode())
            .put("description", item.description())
            .put("description_short", item.descriptionShort())
            .putNull("description_long", "manufacturer_code")
            .put("unit_price", item.unitPrice())
            .put("unit_cost", Money.ZERO)
            .putNull("item_details", "image_urls")
            .put("category_code", item.categoryCode())
            .put("tax_code", item.taxCode())
            .put("is_discount_restricted", item.discountRestricted())
            .put("is_deleted", false)
            .put("store_price", item.storePrice().orElse(Money.ZERO))
            .putNull("entry_date", "last_update_date");
    if (!item.verified()) {
      document.put("is_verified", false);
    }
    return document.make();
  }

  static List<Map<String, ?>> discounts(List<Discount> discounts) {
    List<Map<String, ?>> list = new ArrayList<>(discounts.size());
    for (Discount discount : discounts) {
      list.add(
          new TreeMembers()
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

  static Map<String, ?> payment(Payment payment) {
    TreeMembers document =
        new TreeMembers()
            .put("payment_no", payment.paymentNo())
            .put("payment_code", payment.paymentCode())
            .put("deposit_amount", payment.tenderedAmount())
            .put("amount", payment.amount())
            .put("description", payment.name())
            .put("detail", payment.detail());
    if (payment.kind()
        != PaymentKind.ofUsualCode(payment.paymentCode()).orElse(PaymentKind.OTHER)) {
      document.put("payment_kind", WireWords.of(WireWords.PAYMENT, payment.kind()));
    }
    if (!payment.surplus().isZero()) {
      document.put("surplus_amount", payment.surplus());
    }
    if (!payment.cashRounding().isZero()) {
      document.put("cash_rounding_amount", payment.cashRounding());
    }
    return document.make();
  }

  static Map<String, ?> tax(TaxAmount tax) {
    return new TreeMembers()
        .put("tax_no", tax.taxNo())
        .put("tax_code", tax.taxCode())
        .put("tax_type", WireWords.of(WireWords.TAX, tax.type()))
        .put("tax_name", tax.name())
        .put("tax_amount", tax.amount())
        .put("target_amount", tax.targetAmount())
        .put("target_quantity", tax.targetQuantity())
        .make();
  }

  static Map<String, ?> rule(TaxRule rule) {
    boolean unrounded = rule.type() == TaxType.EXEMPT && rule.rounding() == RoundingMode.FLOOR;
    return new TreeMembers()
        .putUnstored()
        .put("tax_code", rule.taxCode())
        .put("tax_type", WireWords.of(WireWords.TAX, rule.type()))
        .put("tax_name", rule.name())
        .put("rate", rule.rate())
        .put("round_digit", rule.decimals() == 0 && !unrounded ? -1 : rule.decimals())
        .put(
            "round_method",
            unrounded
                ? Optional.empty()
                : Optional.of(WireWords.of(WireWords.ROUNDING, rule.rounding())))
        .make();
  }

  static Map<String, ?> setting(Setting setting, String tenantId) {
    return new TreeMembers()
        .putUnstored()
        .put("tenant_id", tenantId)
        .put("name", setting.name())
        .put("default_value", setting.defaultValue())
        .putList("values", setting.values(), TreeParts::scoped)
        .make();
  }

  private static Map<String, ?> scoped(Setting.Scoped value) {
    return new TreeMembers()
        .put("store_code", value.storeCode())
        .put("terminal_no", value.terminalNo())
        .put("value", value.value())
        .make();
  }

  static Map<String, ?> promotion(Promotion promotion, String tenantId) {
    return new TreeMembers()
        .putUnstored()
        .put("tenant_id", tenantId)
        .put("promotion_code", promotion.promotionCode())
        .put("promotion_type", promotion.promotionType())
        .put("name", promotion.name())
        .putNull("description")
        .put("start_datetime", promotion.start().map(DocumentWriter::masterText))
        .put("end_datetime", promotion.end().map(DocumentWriter::masterText))
        .put("is_active", promotion.active())
        .put(
            "detail",
            new TreeMembers()
                .put("targetStoreCodes", promotion.storeCodes())
                .put("targetCategoryCodes", promotion.targetCategoryCodes())
                .put("discountRate", promotion.discountRate())
                .make())
        .make();
  }
}
