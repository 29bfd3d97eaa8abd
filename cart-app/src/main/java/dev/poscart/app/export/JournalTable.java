package dev.poscart.app.export;

import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.model.Transaction;
import java.util.List;

/** The journal as a table. */
final class JournalTable implements EntryForm {

  static final List<String> COLUMNS = EntryColumns.names("entryType", "journalText");

  @Override
  public String head() {
    return TableRow.head(COLUMNS);
  }

  @Override
  public String of(LogEntry entry) {
    return TableRow.of(values(entry));
  }

  static List<Object> values(LogEntry entry) {
    int type =
        entry instanceof DeskEntry desk ? desk.kind().code() : ((Transaction) entry).type().code();
    return EntryColumns.values(entry, type, JournalText.text(entry));
  }
}
