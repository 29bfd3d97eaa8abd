package dev.poscart.app.export;

import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.model.Transaction;
import java.util.Locale;

/** One line for each transaction, to read and to search. */
final class TransactionText implements EntryForm {

  @Override
  public String head() {
    return "";
  }

  @Override
  public String of(LogEntry entry) {
    if (!(entry instanceof Transaction transaction)) {
      return "";
    }
    return "%s %s/%d no. %d receipt %d %s%s %s\n"
        .formatted(
            transaction.generatedAt(),
            transaction.terminal().storeCode(),
            transaction.terminal().terminalNo(),
            transaction.numbers().transactionNo(),
            transaction.numbers().receiptNo(),
            transaction.type().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            transaction.sales().cancelled() ? " (cancelled)" : "",
            transaction.sales().totalWithTax());
  }
}
