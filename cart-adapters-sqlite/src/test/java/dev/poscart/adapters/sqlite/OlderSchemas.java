package dev.poscart.adapters.sqlite;

import dev.poscart.domain.document.TransactionDocument;
import dev.poscart.domain.model.ReversalClaim;
import dev.poscart.domain.model.Transaction;
import java.sql.SQLException;
import java.util.List;

/** Schemas of earlier versions, and what those versions wrote. */
final class OlderSchemas {

  private static final String LOG =
      "INSERT INTO log (tenant, store, terminal, transaction_no, receipt_no, claim, type,"
          + " business_date, open_counter, business_counter, is_cancelled, generated_at, staff,"
          + " total_amount, total_amount_with_tax, total_quantity, body)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private OlderSchemas() {}

  /** The scripts of the versions up to this one. */
  static List<String> upTo(int version) {
    return Schema.scripts().subList(0, version);
  }

  /** Logs an entry like the versions up to the sixth. */
  static void log(Session session, Transaction entry) throws SQLException {
    session.update(
        LOG,
        entry.terminal().tenantId(),
        entry.terminal().storeCode(),
        entry.terminal().terminalNo(),
        entry.numbers().transactionNo(),
        entry.numbers().receiptNo(),
        entry.claim(),
        entry.type().code(),
        entry.session().businessDate(),
        entry.session().openCounter(),
        entry.session().businessCounter(),
        entry.sales().cancelled(),
        SortKeys.of(entry.generatedAt()),
        entry.staff().id(),
        SortKeys.of(entry.sales().total()),
        SortKeys.of(entry.sales().totalWithTax()),
        entry.sales().totalQuantity(),
        JsonDocuments.of(TransactionDocument.write(entry)));
  }

  /** Sets the history of a logged entry, like the versions from the fourth on. */
  static void reverses(Session session, Transaction reversal) throws SQLException {
    session.update(
        "UPDATE log SET reverses = ? WHERE claim = ?",
        ReversalClaim.of(reversal).map(claim -> ReversalClaim.history(claim.sale())),
        reversal.claim());
  }
}
