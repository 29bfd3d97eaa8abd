package dev.poscart.app.export;

import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.model.Transaction;
import java.util.List;

/** The journal as a table. */
final class JournalTable implements EntryForm {

  static final List<String> COLUMNS =
      List.of(
          "storeCode",
          "terminalNo",
          "position",
          "businessDate",
          "openCounter",
          "entryType",
          "transactionNo",
          "receiptNo",
          "generateDateTime",
          "journalText");

  @Override
  public String head() {
    return TableRow.head(COLUMNS);
  }

  @Override
  public String of(LogEntry entry) {
    return TableRow.of(values(entry));
  }

  /** Numbers of a desk entry are those of the last transaction before it. */
  static List<Object> values(LogEntry entry) {
    return List.of(
        entry.terminal().storeCode(),
        entry.terminal().terminalNo(),
        entry.position().position(),
        entry.session().businessDate(),
        entry.session().openCounter(),
        entry instanceof DeskEntry desk ? desk.kind().code() : ((Transaction) entry).type().code(),
        entry.numbers().transactionNo(),
        entry.numbers().receiptNo(),
        entry.generatedAt().toString(),
        JournalText.text(entry));
  }
}
