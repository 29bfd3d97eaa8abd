package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.Closed;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.SignedSnapshot;
import dev.poscart.domain.model.Staff;
import dev.poscart.web.JsonText.ElementWriter;
import java.io.IOException;
import java.util.Optional;

/**
 * Renders a cart: all of kugelpos's fields, always, in this order; then the amount due in cash if
 * cash is rounded. Business date, time and status are set on transactions only.
 *
 * @param staff the staff signed in at the requesting terminal
 * @param lines writes the field with the lines
 * @param snapshot the cart as it travels with the terminal; empty if it is stored
 */
record CartJson(
    Cart cart, Optional<Staff> staff, ElementWriter<Cart> lines, Optional<SignedSnapshot> snapshot)
    implements JsonValueWriter {

  private static final int NOT_ISSUED = -1;

  @Override
  public void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    fields(out);
    snapshot(out, snapshot);
    out.writeEndObject();
  }

  /** Writes all fields into an object that has been started. */
  void fields(JsonGenerator out) throws IOException {
    head(out);
    sums(out);
    numbers(out);
    out.writeNumberField("transactionType", cart.type().code());
    out.writeNullField("businessDate");
    out.writeNullField("generateDateTime");
    lines.write(out, cart);
    JsonText.list(out, "payments", cart.payments(), SaleJson::payment);
    JsonText.list(out, "taxes", cart.taxes(), SaleJson::tax);
    JsonText.list(out, "subtotalDiscounts", cart.subtotalDiscounts(), SaleJson::discount);
    out.writeStringField("receiptText", cart.closed().map(Closed::receiptText).orElse(""));
    JsonText.text(out, "journalText", cart.closed().map(Closed::journalText));
    SaleJson.staff(out, staff);
    out.writeNullField("status");
    tail(out);
  }

  /** Writes the last field of each cart, which is null if the cart is stored. */
  static void snapshot(JsonGenerator out, Optional<SignedSnapshot> snapshot) throws IOException {
    out.writeFieldName("signedSnapshot");
    if (snapshot.isPresent()) {
      out.writeRawValue(new WrittenJson(snapshot.get().text()));
    } else {
      out.writeNull();
    }
  }

  private void head(JsonGenerator out) throws IOException {
    out.writeStringField("tenantId", cart.terminal().tenantId());
    out.writeStringField("storeCode", cart.terminal().storeCode());
    out.writeStringField("storeName", cart.storeName());
    out.writeNumberField("terminalNo", cart.terminal().terminalNo());
  }

  private void sums(JsonGenerator out) throws IOException {
    JsonText.money(out, "totalAmount", cart.total());
    JsonText.money(out, "totalAmountWithTax", cart.totalWithTax());
    out.writeNumberField("totalQuantity", cart.totalQuantity());
    JsonText.money(out, "totalDiscountAmount", cart.discountTotal());
    JsonText.money(out, "depositAmount", cart.tenderedAmount());
    JsonText.money(out, "changeAmount", cart.changeDue());
    JsonText.money(out, "stampDutyAmount", cart.closed().map(Closed::stampDuty).orElse(Money.ZERO));
  }

  private void numbers(JsonGenerator out) throws IOException {
    out.writeNumberField(
        "receiptNo", cart.closed().map(closed -> closed.numbers().receiptNo()).orElse(NOT_ISSUED));
    out.writeNumberField(
        "transactionNo",
        cart.closed().map(closed -> closed.numbers().transactionNo()).orElse(NOT_ISSUED));
  }

  private void tail(JsonGenerator out) throws IOException {
    out.writeStringField("cartId", cart.id().value());
    out.writeStringField("cartStatus", WireEnumNames.of(cart.status()));
    JsonText.money(out, "subtotalAmount", cart.total());
    JsonText.money(out, "balanceAmount", cart.balanceDue());
    if (cart.cashRounding() != CashRounding.NONE) {
      JsonText.money(out, "cashDueAmount", cart.cashDue());
    }
    SaleJson.cashRounding(out, cart.cashRoundingDifference());
  }
}
