package dev.poscart.domain.document;

import dev.poscart.domain.model.CashMovement;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.DeskState;
import dev.poscart.domain.model.FunctionMode;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.SessionCounts;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalSession;
import java.util.Map;

/** Converts desk entries to documents and back. */
public final class DeskDocument {

  private static final String KIND = "desk_entry";
  private static final int SCHEMA = 1;

  private DeskDocument() {}

  /** Whether a document is that of a desk entry. */
  public static boolean isOne(Map<String, Object> document) {
    return document.containsKey(KIND);
  }

  /**
   * Writes a desk entry.
   *
   * @return a new, modifiable map
   */
  public static Map<String, Object> write(DeskEntry entry) {
    DocumentBuilder document =
        new DocumentBuilder()
            .put(KIND, entry.kind())
            .putAll(PartyDocument.write(entry.terminal()))
            .put("store_name", entry.storeName())
            .putAll(SessionDocument.write(entry.session()))
            .put("generate_date_time", entry.generatedAt())
            .put("state", write(entry.state()))
            .put("cash", entry.cash().map(DeskDocument::write))
            .put("counts", entry.counts().map(DeskDocument::write))
            .put("last_numbers", write(entry.numbers()))
            .put("receipt_text", entry.receiptText())
            .put("journal_text", entry.journalText())
            .put("event_id", entry.eventId())
            .put("schema", SCHEMA)
            .put("claim", entry.claim())
            .putPresent("change_id", entry.changeId());
    entry.link().ifPresent(link -> document.put(Chain.FIELD, Chain.write(link)));
    return document.make();
  }

  private static Map<String, Object> write(DeskState state) {
    return new DocumentBuilder()
        .put("status", state.status())
        .putMoney("initial_amount", state.openingFloat())
        .putMoney("physical_amount", state.countedCash())
        .put("staff", state.staff().map(PartyDocument::write))
        .put("function_mode", state.functionMode())
        .put("description", state.description())
        .make();
  }

  private static Map<String, Object> write(CashMovement cash) {
    return new DocumentBuilder()
        .put("amount", cash.amount())
        .put("description", cash.description())
        .make();
  }

  private static Map<String, Object> write(SessionCounts counts) {
    return new DocumentBuilder()
        .put("transactions", counts.transactions())
        .put("last_transaction_no", counts.lastTransactionNo())
        .put("cash_movements", counts.cashMovements())
        .putTime("last_cash_at", counts.lastCashAt())
        .make();
  }

  private static Map<String, Object> write(IssuedNumbers numbers) {
    return new DocumentBuilder()
        .put("transaction_no", numbers.transactionNo())
        .put("receipt_no", numbers.receiptNo())
        .putPresent("receipt_counter", numbers.receiptCounter())
        .make();
  }

  /**
   * Reads what {@link #write} wrote; unknown fields are ignored.
   *
   * @throws IllegalStateException naming the path, if a field is missing or of the wrong type
   */
  public static DeskEntry read(Map<String, Object> document) {
    return DocumentReader.read(document, DeskDocument::read);
  }

  private static DeskEntry read(DocumentReader document) {
    document.expectSchema(SCHEMA);
    TerminalSession session = SessionDocument.read(document);
    return new DeskEntry(
        PartyDocument.readTerminal(document),
        document.choice(KIND, DeskEntry.Kind.class),
        document.text("claim"),
        document.optionalText("change_id"),
        document.text("store_name"),
        document.object("state", state -> readState(state, session)),
        document.optionalObject("cash", DeskDocument::readCash),
        document.optionalObject("counts", DeskDocument::readCounts),
        document.time("generate_date_time"),
        document.object("last_numbers", DeskDocument::readNumbers),
        document.text("receipt_text"),
        document.text("journal_text"),
        document.text("event_id"),
        document.optionalObject(Chain.FIELD, Chain::read));
  }

  private static DeskState readState(DocumentReader state, TerminalSession session) {
    return new DeskState(
        state.choice("status", Terminal.Status.class),
        session,
        state.optionalMoney("initial_amount"),
        state.optionalMoney("physical_amount"),
        state.optionalObject("staff", PartyDocument::readStaff),
        state.choice("function_mode", FunctionMode.class),
        state.text("description"));
  }

  private static CashMovement readCash(DocumentReader cash) {
    return new CashMovement(cash.money("amount"), cash.text("description"));
  }

  private static SessionCounts readCounts(DocumentReader counts) {
    return new SessionCounts(
        counts.integer("transactions"),
        counts.optionalInteger("last_transaction_no"),
        counts.integer("cash_movements"),
        counts.optionalTime("last_cash_at"));
  }

  private static IssuedNumbers readNumbers(DocumentReader numbers) {
    return new IssuedNumbers(
        numbers.integer("transaction_no"),
        numbers.integer("receipt_no"),
        numbers.optionalInteger("receipt_counter"));
  }
}
