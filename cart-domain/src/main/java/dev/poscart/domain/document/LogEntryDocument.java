package dev.poscart.domain.document;

import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.model.Transaction;
import java.util.Map;

/** Converts the entries of the log, transactions and desk entries, to documents and back. */
public final class LogEntryDocument {

  private LogEntryDocument() {}

  /**
   * Writes an entry.
   *
   * @return a new, modifiable map
   */
  public static Map<String, Object> write(LogEntry entry) {
    return entry instanceof DeskEntry desk
        ? DeskDocument.write(desk)
        : TransactionDocument.write((Transaction) entry);
  }

  /**
   * Reads what {@link #write} wrote; unknown fields are ignored.
   *
   * @throws IllegalStateException naming the path, if a field is missing or of the wrong type
   */
  public static LogEntry read(Map<String, Object> document) {
    return DeskDocument.isOne(document)
        ? DeskDocument.read(document)
        : TransactionDocument.read(document);
  }
}
