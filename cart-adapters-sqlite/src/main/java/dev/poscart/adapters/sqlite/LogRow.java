package dev.poscart.adapters.sqlite;

import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.ReversalClaim;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of the log: the columns beside the body, which queries search. */
final class LogRow {

  static final List<String> COLUMNS =
      List.of(
          "tenant",
          "store",
          "terminal",
          "position",
          "receipt_no",
          "receipt_counter",
          "claim",
          "business_date",
          "open_counter",
          "business_counter",
          "generated_at",
          "other_no",
          "carried_no",
          "type",
          "is_cancelled",
          "staff",
          "total_amount",
          "total_amount_with_tax",
          "total_quantity",
          "reverses");

  // The body is bound as the bytes that are stored: as a string it would be copied twice more.
  static final String APPEND =
      "INSERT INTO log ("
          + String.join(", ", COLUMNS)
          + ", body) VALUES ("
          + "?, ".repeat(COLUMNS.size())
          + "CAST(? AS TEXT)) ON CONFLICT DO NOTHING";

  private LogRow() {}

  /** The values of {@link #COLUMNS} in their order, followed by the body. */
  static Object[] values(LogEntry entry, byte[] body) {
    List<Object> values = new ArrayList<>(COLUMNS.size() + 1);
    values.addAll(
        List.of(
            entry.terminal().tenantId(),
            entry.terminal().storeCode(),
            entry.terminal().terminalNo(),
            entry.position().position(),
            entry.numbers().receiptNo(),
            entry.numbers().receiptCounter(),
            entry.claim(),
            entry.session().businessDate(),
            entry.session().openCounter(),
            entry.session().businessCounter(),
            SortKeys.of(entry.generatedAt())));
    values.addAll(
        entry instanceof DeskEntry desk ? ownValues(desk) : ownValues((Transaction) entry));
    values.add(body);
    return values.toArray();
  }

  private static List<Object> ownValues(Transaction transaction) {
    int number = transaction.numbers().transactionNo();
    return List.of(
        Optional.of(number).filter(no -> no != transaction.position().position()),
        Optional.empty(),
        transaction.type().code(),
        transaction.sales().cancelled(),
        transaction.staff().id(),
        SortKeys.of(transaction.sales().total()),
        SortKeys.of(transaction.sales().totalWithTax()),
        transaction.sales().totalQuantity(),
        ReversalClaim.of(transaction).map(claim -> ReversalClaim.history(claim.sale())));
  }

  /** In the place of a number, a value that no transaction has. */
  private static List<Object> ownValues(DeskEntry entry) {
    return List.of(
        -entry.position().position(),
        entry.numbers().transactionNo(),
        entry.kind().code(),
        false,
        entry.state().staff().map(Staff::id).orElse(""),
        SortKeys.of(Money.ZERO),
        SortKeys.of(Money.ZERO),
        0,
        Optional.empty());
  }
}
