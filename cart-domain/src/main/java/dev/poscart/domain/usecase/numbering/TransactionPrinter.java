package dev.poscart.domain.usecase.numbering;

import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.receipt.PrintedReceipt;
import dev.poscart.domain.receipt.ReceiptPrinter;

/** Adds the printed texts to transactions. */
final class TransactionPrinter {

  private TransactionPrinter() {}

  static Transaction print(Transaction transaction) {
    PrintedReceipt receipt = ReceiptPrinter.print(transaction);
    return transaction.withTexts(receipt.receiptText(), receipt.journalText());
  }
}
