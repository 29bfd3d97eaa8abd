package dev.poscart.domain.document;

import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Transaction;
import java.util.Map;

/**
 * Converts transactions to documents and back: the body of the event for the peer services, with
 * their field names in their order, followed by {@code schema} and the fields that only the log
 * needs.
 */
public final class TransactionDocument {

  private static final int SCHEMA = 1;

  private TransactionDocument() {}

  /**
   * Writes a transaction.
   *
   * @return a new, modifiable map
   */
  public static Map<String, Object> write(Transaction transaction) {
    DocumentBuilder document = new DocumentBuilder();
    putHead(document, transaction);
    putSale(document, transaction);
    putTail(document, transaction);
    return document.make();
  }

  private static void putHead(DocumentBuilder document, Transaction transaction) {
    document
        // Required by peer services; unused by the log.
        .putNull("shard_key")
        .putNull("created_at")
        .putNull("updated_at")
        .putNull("etag")
        .put("tenant_id", transaction.terminal().tenantId())
        .put("store_code", transaction.terminal().storeCode())
        .put("store_name", transaction.storeName())
        .put("terminal_no", transaction.terminal().terminalNo())
        .put("transaction_no", transaction.numbers().transactionNo())
        .put("transaction_type", transaction.type().code())
        .putAll(SessionDocument.write(transaction.session()))
        .put("generate_date_time", transaction.generatedAt())
        .put("receipt_no", transaction.numbers().receiptNo())
        .putPresent("receipt_counter", transaction.numbers().receiptCounter())
        .put("cart_id", transaction.cartId().value());
  }

  private static void putSale(DocumentBuilder document, Transaction transaction) {
    document
        .put("user", PartyDocument.write(transaction.customer()))
        .put("sales", SalesDocument.write(transaction.sales()))
        .putList("line_items", transaction.lines(), LineItemDocument::write)
        .putList("payments", transaction.payments(), PaymentDocument::write)
        .putList("taxes", transaction.taxes(), TaxDocument::write)
        .put("subtotal_discounts", DiscountDocument.write(transaction.subtotalDiscounts()))
        .put("origin", transaction.origin().map(OriginDocument::write))
        .put("staff", PartyDocument.write(transaction.staff()));
  }

  private static void putTail(DocumentBuilder document, Transaction transaction) {
    document
        .put("receipt_text", transaction.receiptText())
        .put("journal_text", transaction.journalText())
        .put("additional_info", ReceiptDocument.writePrinted(transaction.receipt()))
        // The log never changes: later entries tell whether the sale was reversed.
        .put("is_voided", false)
        .put("is_refunded", false)
        .put("event_id", transaction.eventId())
        .put("schema", SCHEMA)
        .put("claim", transaction.claim())
        .put("receipt_numbers", ReceiptDocument.writeNumbers(transaction.receipt().numbers()))
        .putAll(ReceiptDocument.writeItemNames(transaction.receipt().longItemNames()))
        .putAll(ReceiptDocument.writeFormat(transaction.receipt().format()));
    transaction.link().ifPresent(link -> document.put(Chain.FIELD, Chain.write(link)));
  }

  /**
   * Reads what {@link #write} wrote; unknown fields are ignored.
   *
   * @throws IllegalStateException naming the path, if a field is missing or of the wrong type
   */
  public static Transaction read(Map<String, Object> document) {
    return DocumentReader.read(document, TransactionDocument::read);
  }

  private static Transaction read(DocumentReader document) {
    document.expectSchema(SCHEMA);
    return new Transaction(
        PartyDocument.readTerminal(document),
        new IssuedNumbers(
            document.integer("transaction_no"),
            document.integer("receipt_no"),
            document.optionalInteger("receipt_counter")),
        document.transactionType("transaction_type"),
        document.text("claim"),
        document.text("store_name"),
        SessionDocument.read(document),
        document.time("generate_date_time"),
        document.object("user", PartyDocument::readCustomer),
        document.object("sales", SalesDocument::read),
        document.list("line_items", LineItemDocument::read),
        document.list("payments", PaymentDocument::read),
        document.list("taxes", TaxDocument::readAmount),
        document.list("subtotal_discounts", DiscountDocument::read),
        document.optionalObject("origin", OriginDocument::read),
        document.object("staff", PartyDocument::readStaff),
        ReceiptDocument.read(document),
        document.text("receipt_text"),
        document.text("journal_text"),
        document.text("event_id"),
        document.optionalObject(Chain.FIELD, Chain::read));
  }
}
