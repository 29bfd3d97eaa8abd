package dev.poscart.domain.receipt;

import dev.poscart.domain.model.Transaction;
import java.util.List;

/** Prints transactions. */
public final class ReceiptPrinter {

  /** Columns of the paper roll that tills use. */
  private static final int COLUMNS = 32;

  private static final ReceiptRenderer RECEIPT = new PrintDataRenderer(COLUMNS);
  private static final ReceiptRenderer JOURNAL = new JournalRenderer(COLUMNS);

  private ReceiptPrinter() {}

  /**
   * Prints a transaction. Times appear in the offset that they carry; the texts that the
   * transaction may already hold are not looked at.
   */
  public static PrintedReceipt print(Transaction transaction) {
    List<ReceiptLine> lines = ReceiptLayout.of(transaction, COLUMNS);
    return new PrintedReceipt(RECEIPT.render(lines), JOURNAL.render(lines));
  }
}
