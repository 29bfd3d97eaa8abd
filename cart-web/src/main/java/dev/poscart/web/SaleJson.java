package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.Discount.PromotionReference;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.TaxAmount;
import java.io.IOException;
import java.util.Optional;

/** Renders what carts and transactions have in common. */
final class SaleJson {

  /** The field with the lines. */
  static final String LINES = "lineItems";

  private SaleJson() {}

  /** The lines of a cart, as a field. */
  static void cartLines(JsonGenerator out, Cart cart) throws IOException {
    JsonText.list(out, LINES, cart.lines(), SaleJson::cartLine);
  }

  /** A line of a cart. */
  static void cartLine(JsonGenerator out, LineItem line) throws IOException {
    line(out, line, line.item().discountRestricted());
  }

  /** A line of a transaction, where kugelpos always reports the discount restriction as false. */
  static void loggedLine(JsonGenerator out, LineItem line) throws IOException {
    line(out, line, false);
  }

  private static void line(JsonGenerator out, LineItem line, boolean restricted)
      throws IOException {
    out.writeStartObject();
    out.writeNumberField("lineNo", line.lineNo());
    out.writeStringField("itemCode", line.item().itemCode());
    out.writeStringField("itemName", line.item().description());
    out.writeStringField("categoryCode", line.item().categoryCode());
    JsonText.money(out, "unitPrice", line.unitPrice());
    JsonText.money(out, "unitPriceOriginal", line.unitPriceOriginal().orElse(Money.ZERO));
    out.writeBooleanField("isUnitPriceChanged", line.unitPriceOriginal().isPresent());
    out.writeNumberField("quantity", line.quantity());
    JsonText.money(out, "amount", line.amount());
    JsonText.list(out, "discounts", line.discounts(), SaleJson::discount);
    out.writeArrayFieldStart("imageUrls");
    out.writeEndArray();
    out.writeBooleanField("isCancelled", line.cancelled());
    out.writeBooleanField("isDiscountRestricted", restricted);
    if (line.classCode().isPresent()) {
      out.writeStringField("classCode", line.classCode().get());
    }
    out.writeEndObject();
  }

  static void discount(JsonGenerator out, Discount discount) throws IOException {
    out.writeStartObject();
    out.writeStringField("discountType", WireEnumNames.of(discount.type()));
    JsonText.decimal(out, "discountValue", discount.value());
    JsonText.money(out, "discountAmount", discount.amount());
    JsonText.text(out, "discountDetail", discount.detail());
    JsonText.text(out, "promotionCode", discount.promotion().map(PromotionReference::code));
    JsonText.text(out, "promotionType", discount.promotion().map(PromotionReference::type));
    out.writeEndObject();
  }

  /** A payment. Kugelpos has no surplus field, so it is written only if there is a surplus. */
  static void payment(JsonGenerator out, Payment payment) throws IOException {
    out.writeStartObject();
    out.writeNumberField("paymentNo", payment.paymentNo());
    out.writeStringField("paymentCode", payment.paymentCode());
    out.writeStringField("paymentName", payment.name());
    JsonText.money(out, "paymentAmount", payment.amount());
    JsonText.text(out, "paymentDetail", payment.detail());
    if (payment.surplus().isPositive()) {
      JsonText.money(out, "surplusAmount", payment.surplus());
    }
    out.writeEndObject();
  }

  /**
   * The difference between the total and what was paid, at the end of an object; omitted if zero.
   */
  static void cashRounding(JsonGenerator out, Money difference) throws IOException {
    if (!difference.isZero()) {
      JsonText.money(out, "cashRoundingAmount", difference);
    }
  }

  static void tax(JsonGenerator out, TaxAmount tax) throws IOException {
    out.writeStartObject();
    out.writeNumberField("taxNo", tax.taxNo());
    out.writeStringField("taxCode", tax.taxCode());
    out.writeStringField("taxType", WireEnumNames.of(tax.type()));
    out.writeStringField("taxName", tax.name());
    JsonText.money(out, "taxAmount", tax.amount());
    JsonText.money(out, "targetAmount", tax.targetAmount());
    out.writeNumberField("targetQuantity", tax.targetQuantity());
    out.writeEndObject();
  }

  static void staff(JsonGenerator out, Optional<Staff> staff) throws IOException {
    if (staff.isEmpty()) {
      out.writeNullField("staff");
      return;
    }
    out.writeObjectFieldStart("staff");
    out.writeStringField("id", staff.get().id());
    out.writeStringField("name", staff.get().name());
    out.writeEndObject();
  }
}
