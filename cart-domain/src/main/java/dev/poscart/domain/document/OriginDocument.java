package dev.poscart.domain.document;

import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Origin;
import java.util.Map;

/** Converts the reference of a void or a return. */
final class OriginDocument {

  private OriginDocument() {}

  static Map<String, Object> write(Origin origin) {
    return new DocumentBuilder()
        .put("generate_date_time", origin.generatedAt())
        .put("tenant_id", origin.terminal().tenantId())
        .put("store_code", origin.terminal().storeCode())
        .put("store_name", origin.storeName())
        .put("terminal_no", origin.terminal().terminalNo())
        .put("transaction_no", origin.numbers().transactionNo())
        .put("transaction_type", origin.type().code())
        .put("receipt_no", origin.numbers().receiptNo())
        .make();
  }

  static Origin read(DocumentReader document) {
    return new Origin(
        document.time("generate_date_time"),
        PartyDocument.readTerminal(document),
        document.text("store_name"),
        document.transactionType("transaction_type"),
        new IssuedNumbers(document.integer("transaction_no"), document.integer("receipt_no")));
  }
}
