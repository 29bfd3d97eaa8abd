package dev.poscart.adapters.sqlite;

import dev.poscart.domain.document.LogEntryDocument;
import dev.poscart.domain.port.LogInspection;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.StoredEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Reads the rows of the transaction log and compares each with its document. */
final class SqliteLogInspection implements LogInspection {

  private static final String COLUMNS = String.join(", ", LogRow.COLUMNS);
  private static final String PLACE = "store, terminal, position, id";

  private static final String BEGIN =
      "SELECT " + COLUMNS + ", body, id FROM log WHERE tenant = ?1 ORDER BY " + PLACE + " LIMIT ?2";

  /**
   * The pluses take away the columns' affinities, with which SQLite would search the index by the
   * store alone and read the log from its beginning for each page.
   */
  private static final String FOLLOWING =
      "SELECT "
          + COLUMNS
          + (", body, id FROM log WHERE tenant = ?1 AND (" + PLACE + ") >")
          + " (SELECT +store, +terminal, +position, +id FROM log WHERE id = ?3)"
          + (" ORDER BY " + PLACE + " LIMIT ?2");

  private static final String COUNT = "SELECT count(*) FROM log WHERE tenant = ?";

  /** Each step finds the next tenant in the index, past all entries of the one before. */
  private static final String TENANTS =
      "WITH RECURSIVE first(tenant) AS (SELECT min(tenant) FROM log UNION ALL"
          + " SELECT (SELECT min(tenant) FROM log WHERE tenant > first.tenant) FROM first"
          + " WHERE first.tenant IS NOT NULL) SELECT tenant FROM first WHERE tenant IS NOT NULL";

  private static final String DOUBLE_CLAIMS =
      "SELECT 'claim ' || claim || ': held by ' || count(*) || ' entries (expected: 1)' FROM log"
          + " WHERE tenant = ? GROUP BY claim HAVING count(*) > 1 LIMIT 100";

  private static final String ORPHANS =
      "SELECT 'delivery record of ' || store || '/' || terminal || ' no. ' || position ||"
          + " ': without an entry (expected: its entry)' FROM outbox"
          + " WHERE tenant = ? AND NOT EXISTS (SELECT 1 FROM log WHERE log.id = outbox.id)"
          + " ORDER BY store, terminal, position LIMIT 100";

  private final Engine engine;

  SqliteLogInspection(Engine engine) {
    this.engine = engine;
  }

  @Override
  public CompletionStage<List<StoredEntry>> following(
      String tenantId, Optional<StoredEntry> last, int limit) {
    return engine.read(
        session ->
            last.isEmpty()
                ? session.all(BEGIN, SqliteLogInspection::entry, tenantId, limit)
                : session.all(
                    FOLLOWING,
                    SqliteLogInspection::entry,
                    tenantId,
                    limit,
                    Long.parseLong(last.get().place())));
  }

  @Override
  public CompletionStage<Long> count(String tenantId) {
    return engine.read(
        session -> session.first(COUNT, row -> row.getLong(1), tenantId).orElseThrow());
  }

  /** The tenants with entries. */
  CompletionStage<List<String>> tenants() {
    return engine.read(session -> session.all(TENANTS, row -> row.getString(1)));
  }

  @Override
  public CompletionStage<List<String>> findStrays(String tenantId) {
    return engine.read(
        session ->
            session.snapshot(
                same ->
                    Stream.of(DOUBLE_CLAIMS, ORPHANS)
                        .flatMap(sql -> sentences(same, sql, tenantId).stream())
                        .toList()));
  }

  private static List<String> sentences(Session session, String sql, String tenantId) {
    try {
      return session.all(sql, row -> row.getString(1), tenantId);
    } catch (SQLException e) {
      throw SqliteFailures.of(e);
    }
  }

  private static StoredEntry entry(ResultSet row) throws SQLException {
    List<String> contradictions = new ArrayList<>();
    Map<String, Object> document = document(row, contradictions);
    return new StoredEntry(
        String.valueOf(row.getString("store")),
        row.getLong("terminal"),
        row.getLong("position"),
        row.getString("id"),
        document,
        contradictions);
  }

  private static Map<String, Object> document(ResultSet row, List<String> contradictions)
      throws SQLException {
    try {
      Map<String, Object> document = JsonDocuments.read(row.getString("body"));
      compare(row, document, contradictions);
      return document;
    } catch (PortException e) {
      contradictions.add("body: is not a document");
      return Map.of();
    }
  }

  private static void compare(
      ResultSet row, Map<String, Object> document, List<String> contradictions)
      throws SQLException {
    Object[] values;
    try {
      values = LogRow.values(LogEntryDocument.read(document), new byte[0]);
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
      // The verification reports documents that are not entries.
      return;
    }
    for (int i = 0; i < LogRow.COLUMNS.size(); i++) {
      String column = LogRow.COLUMNS.get(i);
      String found = String.valueOf(row.getObject(column));
      String expected = text(values[i]);
      if (!found.equals(expected)) {
        contradictions.add("column " + column + ": " + found + " (expected: " + expected + ")");
      }
    }
  }

  private static String text(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? "1" : "0";
    }
    return value instanceof Optional<?> any
        ? any.map(Objects::toString).orElse("null")
        : value.toString();
  }
}
