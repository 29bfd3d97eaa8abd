package dev.poscart.app.export;

import dev.poscart.app.config.ExportRequest.Content;
import dev.poscart.app.config.ExportRequest.Format;
import dev.poscart.domain.model.LogEntry;

/** The form in which entries of the log are written. */
interface EntryForm {

  /** What the file begins with; may be empty. */
  String head();

  /** The entry, complete with its line end; empty if files of this form leave it out. */
  String of(LogEntry entry);

  static EntryForm of(Content content, Format format) {
    return switch (format) {
      case TEXT -> content == Content.JOURNAL ? new JournalText() : new TransactionText();
      case CSV -> content == Content.JOURNAL ? new JournalTable() : new TransactionTable();
      case JSONL -> content == Content.JOURNAL ? new JournalLines() : new TransactionLines();
    };
  }
}
