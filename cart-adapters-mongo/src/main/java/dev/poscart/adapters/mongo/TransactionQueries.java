package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.ReversalClaim;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.TransactionQuery;
import dev.poscart.domain.port.TransactionQuery.Field;
import dev.poscart.domain.port.TransactionQuery.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Translates queries of the transaction log to MongoDB. */
final class TransactionQueries {

  /** The history in which a reversal takes a place; absent from other entries. */
  static final String REVERSES = "reverses";

  private TransactionQueries() {}

  static Bson ofClaim(String claim) {
    return eq("_id", claim);
  }

  static Bson of(TerminalKey terminal) {
    return and(
        eq("tenant_id", terminal.tenantId()),
        eq("store_code", terminal.storeCode()),
        eq("terminal_no", terminal.terminalNo()));
  }

  static Bson of(TerminalKey terminal, int transactionNo) {
    return and(of(terminal), eq("transaction_no", transactionNo));
  }

  /**
   * Matches entries that have the receipt counter of this one or, under the same business counter,
   * its number.
   */
  static Bson ofNumbers(Transaction transaction) {
    Bson number =
        and(
            ofSession(transaction.terminal(), transaction.session().businessCounter()),
            eq("transaction_no", transaction.numbers().transactionNo()));
    return StoredCount.of(transaction)
        .map(count -> or(number, eq(StoredCount.FIELD, count)))
        .orElse(number);
  }

  /** The transactions of a terminal under a business counter. */
  static Bson ofSession(TerminalKey terminal, int businessCounter) {
    return and(of(terminal), eq("business_counter", businessCounter));
  }

  static Bson ofReversals(Set<LogPosition> sales) {
    return in(REVERSES, sales.stream().map(ReversalClaim::history).toList());
  }

  static Bson filter(TransactionQuery query) {
    List<Bson> all = new ArrayList<>();
    all.add(of(query.terminal()));
    query.businessDate().ifPresent(date -> all.add(eq("business_date", date)));
    query.openCounter().ifPresent(counter -> all.add(eq("open_counter", counter)));
    query.receiptNo().ifPresent(number -> all.add(eq("receipt_no", number)));
    if (!query.types().isEmpty()) {
      all.add(in("transaction_type", query.types()));
    }
    if (!query.includeCancelled()) {
      all.add(eq("sales.is_cancelled", false));
    }
    return and(all);
  }

  /** The first mention of a field counts; the transaction number makes the order total. */
  static Bson sort(TransactionQuery query) {
    Document sort = new Document();
    for (SortKey key : query.sort()) {
      sort.putIfAbsent(path(key.field()), key.ascending() ? 1 : -1);
    }
    sort.putIfAbsent(path(Field.TRANSACTION_NO), -1);
    return sort;
  }

  private static String path(Field field) {
    return switch (field) {
      case TRANSACTION_NO -> "transaction_no";
      case TRANSACTION_TYPE -> "transaction_type";
      case RECEIPT_NO -> "receipt_no";
      case BUSINESS_DATE -> "business_date";
      case OPEN_COUNTER -> "open_counter";
      case BUSINESS_COUNTER -> "business_counter";
      case GENERATE_DATE_TIME -> "generate_date_time";
      case STAFF_ID -> "staff.id";
      case TOTAL_AMOUNT -> "sales.total_amount";
      case TOTAL_AMOUNT_WITH_TAX -> "sales.total_amount_with_tax";
      case TOTAL_QUANTITY -> "sales.total_quantity";
    };
  }

  /** The number of entries before the page. */
  static long skip(TransactionQuery query) {
    return (query.page() - 1L) * query.limit();
  }
}
