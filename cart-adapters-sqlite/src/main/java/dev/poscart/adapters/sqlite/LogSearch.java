package dev.poscart.adapters.sqlite;

import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.TransactionPage;
import dev.poscart.domain.port.TransactionQuery;
import dev.poscart.domain.port.TransactionQuery.Field;
import dev.poscart.domain.port.TransactionQuery.SortKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A query of the transaction log as SQL. The text consists of the constants in this class only; all
 * values are bound.
 */
final class LogSearch {

  private final TransactionQuery query;
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  LogSearch(TransactionQuery query) {
    this.query = query;
    where("tenant = ?", query.terminal().tenantId());
    where("store = ?", query.terminal().storeCode());
    where("terminal = ?", query.terminal().terminalNo());
    conditions.add(SqliteTransactionLog.IS_TRANSACTION);
    query.businessDate().ifPresent(date -> where("business_date = ?", date));
    query.openCounter().ifPresent(counter -> where("open_counter = ?", counter));
    query.receiptNo().ifPresent(receiptNo -> where("receipt_no = ?", receiptNo));
    if (!query.types().isEmpty()) {
      where("type IN (SELECT value FROM json_each(?))", jsonArray(query.types()));
    }
    if (!query.includeCancelled()) {
      where("is_cancelled = ?", false);
    }
  }

  /** The total and the rows of the page; call within one snapshot. */
  TransactionPage page(Session session) throws SQLException {
    Optional<Long> total = session.first(count(), row -> row.getLong(1), values.toArray());
    return new TransactionPage(rows(session), total.orElse(0L));
  }

  private List<Transaction> rows(Session session) throws SQLException {
    List<Object> bound = new ArrayList<>(values);
    bound.add(query.limit() == 0 ? -1L : query.limit());
    bound.add((query.page() - 1L) * query.limit());
    return session.all(select(), SqliteTransactionLog::transaction, bound.toArray());
  }

  String count() {
    return "SELECT count(*) " + from();
  }

  // Sorts row ids first, because sorting would otherwise move the bodies as well.
  String select() {
    String order = order();
    return "SELECT body FROM log WHERE id IN (SELECT id "
        + (from() + order + " LIMIT ? OFFSET ?)")
        + order;
  }

  private String from() {
    return "FROM log WHERE " + String.join(" AND ", conditions);
  }

  // Ignores repeated fields, which cannot affect the order and would make the text unbounded.
  private String order() {
    Set<Field> seen = EnumSet.noneOf(Field.class);
    List<SortKey> keys =
        new ArrayList<>(query.sort().stream().filter(key -> seen.add(key.field())).toList());
    if (seen.add(Field.TRANSACTION_NO)) {
      keys.add(new SortKey(Field.TRANSACTION_NO, false));
    }
    return keys.stream()
        .map(key -> column(key.field()) + (key.ascending() ? " ASC" : " DESC"))
        .collect(Collectors.joining(", ", " ORDER BY ", ""));
  }

  private void where(String condition, Object value) {
    conditions.add(condition);
    values.add(value);
  }

  private static String jsonArray(Set<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }

  private static String column(Field field) {
    return switch (field) {
      case TRANSACTION_NO -> "transaction_no";
      case TRANSACTION_TYPE -> "type";
      case RECEIPT_NO -> "receipt_no";
      case BUSINESS_DATE -> "business_date";
      case OPEN_COUNTER -> "open_counter";
      case BUSINESS_COUNTER -> "business_counter";
      case GENERATE_DATE_TIME -> "generated_at";
      case STAFF_ID -> "staff";
      case TOTAL_AMOUNT -> "total_amount";
      case TOTAL_AMOUNT_WITH_TAX -> "total_amount_with_tax";
      case TOTAL_QUANTITY -> "total_quantity";
    };
  }
}
