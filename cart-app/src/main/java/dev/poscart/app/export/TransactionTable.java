package dev.poscart.app.export;

import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.Sales;
import dev.poscart.domain.model.Transaction;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The transactions as a table, one row each. Amounts are in yen and positive; the type determines
 * their sign.
 */
final class TransactionTable implements EntryForm {

  private static final List<String> COLUMNS =
      EntryColumns.names(
          "transactionType",
          "isCancelled",
          "staffId",
          "totalQuantity",
          "totalAmount",
          "externalTax",
          "totalAmountWithTax",
          "totalDiscountAmount",
          "changeAmount",
          "stampDutyAmount",
          "payments");

  @Override
  public String head() {
    return TableRow.head(COLUMNS);
  }

  @Override
  public String of(LogEntry entry) {
    return entry instanceof Transaction transaction ? row(transaction) : "";
  }

  private static String row(Transaction transaction) {
    Sales sales = transaction.sales();
    return TableRow.of(
        EntryColumns.values(
            transaction,
            transaction.type().code(),
            sales.cancelled(),
            transaction.staff().id(),
            sales.totalQuantity(),
            sales.total(),
            sales.externalTax(),
            sales.totalWithTax(),
            sales.discountTotal(),
            sales.change(),
            sales.stampDuty(),
            payments(transaction)));
  }

  /** {@code code:amount}, separated by blanks. */
  private static String payments(Transaction transaction) {
    return transaction.payments().stream()
        .map(TransactionTable::payment)
        .collect(Collectors.joining(" "));
  }

  private static String payment(Payment payment) {
    return payment.paymentCode() + ":" + payment.amount();
  }
}
