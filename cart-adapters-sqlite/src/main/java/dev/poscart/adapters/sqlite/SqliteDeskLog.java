package dev.poscart.adapters.sqlite;

import dev.poscart.domain.document.DeskDocument;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.DeskLog;
import dev.poscart.domain.port.Stages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The desk entries of the log in SQLite. */
final class SqliteDeskLog implements DeskLog {

  private static final String FIND_BY_CLAIM =
      "SELECT body FROM log WHERE tenant = ? AND claim = ? AND carried_no IS NOT NULL";

  /** With the condition of an index, word for word, which it is then read from. */
  static final String FIND_LAST_SHIFT =
      "SELECT body FROM log WHERE tenant = ? AND store = ? AND terminal = ? AND type IN (301, 302)"
          + " ORDER BY position DESC LIMIT 1";

  static final String FIND_DAY =
      "SELECT body FROM log WHERE tenant = ? AND store = ? AND terminal = ? AND business_date = ?"
          + " AND carried_no IS NOT NULL ORDER BY position";

  private final Engine engine;

  SqliteDeskLog(Engine engine) {
    this.engine = engine;
  }

  @Override
  public CompletionStage<Appended> append(DeskEntry entry) {
    return Stages.attempt(
        () -> {
          byte[] body = JsonDocuments.utf8(DeskDocument.write(entry));
          return engine.writeSynced(session -> append(session, entry, body));
        },
        SqliteFailures::of);
  }

  @Override
  public CompletionStage<Optional<DeskEntry>> findLastShift(TerminalKey terminal) {
    return engine.read(session -> session.first(FIND_LAST_SHIFT, SqliteDeskLog::entry, terminal));
  }

  @Override
  public CompletionStage<List<DeskEntry>> findDay(TerminalKey terminal, String businessDate) {
    return engine.read(
        session -> session.all(FIND_DAY, SqliteDeskLog::entry, terminal, businessDate));
  }

  // There is no other writer, so whatever prevented the insert is still there to be read.
  private static Appended append(Session session, DeskEntry entry, byte[] body)
      throws SQLException {
    if (session.update(LogRow.APPEND, LogRow.values(entry, body)) == 1) {
      return new Appended.Done();
    }
    return session
        .first(FIND_BY_CLAIM, SqliteDeskLog::entry, entry.terminal().tenantId(), entry.claim())
        .<Appended>map(Appended.ClaimTaken::new)
        .orElseGet(Appended.PositionTaken::new);
  }

  private static DeskEntry entry(ResultSet row) throws SQLException {
    return DeskDocument.read(JsonDocuments.read(row.getString(1)));
  }
}
