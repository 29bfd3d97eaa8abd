package dev.poscart.domain.receipt;

import dev.poscart.domain.model.Transaction;
import java.util.List;

/** Prints transactions. */
public final class ReceiptPrinter {

  /** The width of the paper roll that tills use. */
  private static final int COLUMNS = 32;

  private static final ReceiptRenderer RECEIPT = new PrintDataRenderer(COLUMNS);
  private static final ReceiptRenderer JOURNAL = new JournalRenderer(COLUMNS);

  private ReceiptPrinter() {}

  /**
   * Prints a transaction. Times are printed in their own offset; texts already in the transaction
   * are ignored.
   */
  public static PrintedReceipt print(Transaction transaction) {
    List<ReceiptLine> lines = ReceiptLayout.of(transaction, COLUMNS);
    return new PrintedReceipt(RECEIPT.render(lines), JOURNAL.render(lines));
  }
}
