package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.Sales;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionStatus;
import dev.poscart.domain.model.TransactionWithStatus;
import java.io.IOException;
import java.util.Optional;

/**
 * Renders a transaction. Unlike in a cart, the total amount includes the external tax, so both
 * totals are equal.
 */
record TransactionJson(Transaction transaction, TransactionStatus status)
    implements JsonValueWriter {

  /** Renders a transaction that was just created and has no reversals. */
  static TransactionJson fresh(Transaction transaction) {
    return new TransactionJson(transaction, TransactionStatus.NONE);
  }

  static TransactionJson of(TransactionWithStatus entry) {
    return new TransactionJson(entry.transaction(), entry.status());
  }

  @Override
  public void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    head(out);
    sums(out, transaction.sales());
    out.writeNumberField("receiptNo", transaction.numbers().receiptNo());
    out.writeNumberField("transactionNo", transaction.numbers().transactionNo());
    out.writeNumberField("transactionType", transaction.type().code());
    out.writeStringField("businessDate", transaction.session().businessDate());
    out.writeStringField("generateDateTime", Timestamps.of(transaction.generatedAt()));
    JsonText.list(out, "lineItems", transaction.lines(), SaleJson::loggedLine);
    JsonText.list(out, "payments", transaction.payments(), SaleJson::payment);
    JsonText.list(out, "taxes", transaction.taxes(), SaleJson::tax);
    JsonText.list(out, "subtotalDiscounts", transaction.subtotalDiscounts(), SaleJson::discount);
    out.writeStringField("receiptText", transaction.receiptText());
    out.writeStringField("journalText", transaction.journalText());
    SaleJson.staff(out, Optional.of(transaction.staff()));
    status(out);
    SaleJson.cashRounding(out, transaction.sales().cashRounding());
    out.writeEndObject();
  }

  private void head(JsonGenerator out) throws IOException {
    out.writeStringField("tenantId", transaction.terminal().tenantId());
    out.writeStringField("storeCode", transaction.terminal().storeCode());
    out.writeStringField("storeName", transaction.storeName());
    out.writeNumberField("terminalNo", transaction.terminal().terminalNo());
  }

  private void sums(JsonGenerator out, Sales sales) throws IOException {
    JsonText.money(out, "totalAmount", sales.totalWithTax());
    JsonText.money(out, "totalAmountWithTax", sales.totalWithTax());
    out.writeNumberField("totalQuantity", sales.totalQuantity());
    JsonText.money(out, "totalDiscountAmount", sales.discountTotal());
    JsonText.money(out, "depositAmount", tenderedAmount());
    JsonText.money(out, "changeAmount", sales.change());
    JsonText.money(out, "stampDutyAmount", sales.stampDuty());
  }

  private Money tenderedAmount() {
    return transaction.payments().stream()
        .map(Payment::tenderedAmount)
        .reduce(Money.ZERO, Money::plus);
  }

  private void status(JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("status");
    out.writeBooleanField("isCancelled", transaction.sales().cancelled());
    out.writeBooleanField("isVoided", status.voided());
    out.writeBooleanField("isRefunded", status.refunded());
    out.writeEndObject();
  }
}
