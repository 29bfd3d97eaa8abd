package dev.poscart.app.export;

import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.model.Transaction;

/** The journal as on the till's roll: the text of each entry, then an empty line. */
final class JournalText implements EntryForm {

  @Override
  public String head() {
    return "";
  }

  @Override
  public String of(LogEntry entry) {
    return text(entry).stripTrailing() + "\n\n";
  }

  static String text(LogEntry entry) {
    return entry instanceof DeskEntry desk
        ? desk.journalText()
        : ((Transaction) entry).journalText();
  }
}
