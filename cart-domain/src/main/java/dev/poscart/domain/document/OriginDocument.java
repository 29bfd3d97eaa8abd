package dev.poscart.domain.document;

import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.Origin;
import java.util.Map;
import java.util.Optional;

/**
 * Converts the reference of a void or a return. The original's position is left out where it is the
 * original's transaction number.
 */
final class OriginDocument {

  /** The position of the original; the log alone has it, the event does not. */
  static final String POSITION = "position";

  private OriginDocument() {}

  static Map<String, Object> write(Origin origin) {
    int transactionNo = origin.numbers().transactionNo();
    return new DocumentBuilder()
        .put("generate_date_time", origin.generatedAt())
        .put("tenant_id", origin.terminal().tenantId())
        .put("store_code", origin.terminal().storeCode())
        .put("store_name", origin.storeName())
        .put("terminal_no", origin.terminal().terminalNo())
        .putPresent("business_counter", origin.businessCounter())
        .put("transaction_no", transactionNo)
        .put("transaction_type", origin.type().code())
        .put("receipt_no", origin.numbers().receiptNo())
        .putPresent(
            POSITION,
            Optional.of(origin.position().position()).filter(place -> place != transactionNo))
        .make();
  }

  static Origin read(DocumentReader document) {
    int transactionNo = document.integer("transaction_no");
    return new Origin(
        document.time("generate_date_time"),
        new LogPosition(
            PartyDocument.readTerminal(document),
            document.optionalInteger(POSITION).orElse(transactionNo)),
        document.optionalInteger("business_counter"),
        document.text("store_name"),
        document.transactionType("transaction_type"),
        new IssuedNumbers(transactionNo, document.integer("receipt_no")));
  }
}
