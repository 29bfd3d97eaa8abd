package dev.poscart.domain.receipt;

import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.ReceiptFormat;
import dev.poscart.domain.model.Transaction;
import java.util.List;

/** Prints receipts of transactions, and gives every slip its two forms. */
public final class ReceiptPrinter {

  /** The width of the paper roll that tills use. */
  static final int COLUMNS = 32;

  private static final ReceiptRenderer RECEIPT = new PrintDataRenderer(COLUMNS);
  private static final ReceiptRenderer JOURNAL = new JournalRenderer(COLUMNS);

  private ReceiptPrinter() {}

  /**
   * Prints a transaction. Times are printed in their own offset; texts already in the transaction
   * are ignored.
   */
  public static PrintedReceipt print(Transaction transaction) {
    List<ReceiptLine> lines = ReceiptLayout.of(transaction, COLUMNS);
    return transaction.receipt().format() == ReceiptFormat.JSON
        ? new PrintedReceipt(
            new PrintDocumentRenderer(transaction, COLUMNS).render(lines), JOURNAL.render(lines))
        : print(lines);
  }

  /** Prints the slip of a desk entry in the same way. */
  public static PrintedReceipt print(DeskEntry entry) {
    return print(DeskSlip.of(entry));
  }

  static PrintedReceipt print(List<ReceiptLine> lines) {
    return new PrintedReceipt(RECEIPT.render(lines), JOURNAL.render(lines));
  }
}
