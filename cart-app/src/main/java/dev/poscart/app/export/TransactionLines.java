package dev.poscart.app.export;

import dev.poscart.domain.document.EventDocument;
import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.model.Transaction;

/** Each transaction as the JSON object that the services are sent, in a line. */
final class TransactionLines implements EntryForm {

  @Override
  public String head() {
    return "";
  }

  @Override
  public String of(LogEntry entry) {
    return entry instanceof Transaction transaction
        ? JsonLine.of(EventDocument.write(transaction))
        : "";
  }
}
