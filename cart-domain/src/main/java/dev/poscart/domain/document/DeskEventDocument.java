package dev.poscart.domain.document;

import dev.poscart.domain.model.CashMovement;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.DeskState;
import dev.poscart.domain.model.SessionCounts;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.TerminalKey;
import java.util.Map;
import java.util.Optional;

/**
 * Converts desk entries to the events of kugelpos's terminal service for its peers. The key of the
 * terminal and the PIN of its staff are never in them.
 */
public final class DeskEventDocument {

  private DeskEventDocument() {}

  /**
   * Writes the event.
   *
   * @return a new, modifiable map; amounts are exact decimals, counts are integers
   */
  public static Map<String, Object> write(DeskEntry entry) {
    DocumentBuilder event = head(entry);
    if (entry.kind().isCash()) {
      event
          .put("generate_date_time", entry.generatedAt())
          .put("amount", entry.signedAmount())
          .put("description", entry.cash().map(CashMovement::description).orElse(""));
    } else {
      putShift(event, entry);
    }
    return event
        .put("receipt_text", entry.receiptText())
        .put("journal_text", entry.journalText())
        .put("event_id", entry.eventId())
        .put("event_type", entry.kind().isCash() ? "cash_in_out" : operation(entry))
        .make();
  }

  private static DocumentBuilder head(DeskEntry entry) {
    TerminalKey terminal = entry.terminal();
    Optional<Staff> staff = entry.state().staff();
    return storage(
            "%s_%s_%d_%s"
                .formatted(
                    terminal.tenantId(),
                    terminal.storeCode(),
                    terminal.terminalNo(),
                    entry.session().businessDate()))
        .put("tenant_id", terminal.tenantId())
        .put("store_code", terminal.storeCode())
        .put("store_name", entry.storeName())
        .put("terminal_no", terminal.terminalNo())
        .put("staff_id", staff.map(Staff::id))
        .put("staff_name", staff.map(Staff::name))
        .putAll(SessionDocument.write(entry.session()));
  }

  private static void putShift(DocumentBuilder event, DeskEntry entry) {
    Optional<SessionCounts> counts = entry.counts();
    event
        .put("operation", operation(entry))
        .put("generate_date_time", entry.generatedAt())
        .put("terminal_info", terminal(entry))
        .put("cart_transaction_count", counts.map(SessionCounts::transactions))
        .put("cart_transaction_last_no", counts.flatMap(SessionCounts::lastTransactionNo))
        .put("cash_in_out_count", counts.map(SessionCounts::cashMovements))
        .putTime("cash_in_out_last_datetime", counts.flatMap(SessionCounts::lastCashAt));
  }

  private static Map<String, Object> terminal(DeskEntry entry) {
    TerminalKey key = entry.terminal();
    DeskState state = entry.state();
    return storage("%s_%s_%d".formatted(key.tenantId(), key.storeCode(), key.terminalNo()))
        .putAll(PartyDocument.write(key))
        .put("description", state.description())
        .put("terminal_id", key.terminalId())
        .put("function_mode", state.functionMode())
        .put("status", state.status())
        .putAll(SessionDocument.write(state.session()))
        .put("staff", state.staff().map(PartyDocument::write))
        .putMoney("initial_amount", state.openingFloat())
        .putMoney("physical_amount", state.countedCash())
        .putNull("api_key")
        .make();
  }

  private static DocumentBuilder storage(String shardKey) {
    return new DocumentBuilder()
        .put("shard_key", shardKey)
        .putNull("created_at")
        .putNull("updated_at")
        .putNull("etag");
  }

  private static String operation(DeskEntry entry) {
    return entry.kind() == DeskEntry.Kind.OPENED ? "open" : "close";
  }
}
