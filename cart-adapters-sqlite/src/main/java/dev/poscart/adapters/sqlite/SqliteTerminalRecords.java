package dev.poscart.adapters.sqlite;

import dev.poscart.domain.document.TerminalRecordDocument;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalRecord;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TerminalRecords;
import dev.poscart.domain.port.Versioned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The records of terminals in SQLite. */
final class SqliteTerminalRecords implements TerminalRecords {

  private static final String FIND =
      "SELECT version, body FROM terminals WHERE tenant = ? AND store = ? AND terminal = ?";

  private static final String INSERT =
      "INSERT INTO terminals (tenant, store, terminal, version, body) VALUES (?, ?, ?, 1, ?)"
          + " ON CONFLICT DO NOTHING";

  private static final String REPLACE =
      "UPDATE terminals SET version = version + 1, body = ?"
          + " WHERE tenant = ? AND store = ? AND terminal = ? AND version = ?";

  private final Engine engine;

  SqliteTerminalRecords(Engine engine) {
    this.engine = engine;
  }

  @Override
  public CompletionStage<Optional<Versioned<TerminalRecord>>> find(TerminalKey terminal) {
    return engine.read(session -> session.first(FIND, SqliteTerminalRecords::record, terminal));
  }

  @Override
  public CompletionStage<Boolean> save(
      TerminalKey terminal, TerminalRecord record, long expectedVersion) {
    return Stages.attempt(
        () -> {
          String body = JsonDocuments.of(TerminalRecordDocument.write(record));
          return engine.write(
              session ->
                  (expectedVersion == ABSENT
                          ? session.update(INSERT, terminal, body)
                          : session.update(REPLACE, body, terminal, expectedVersion))
                      == 1);
        },
        SqliteFailures::of);
  }

  private static Versioned<TerminalRecord> record(ResultSet row) throws SQLException {
    return new Versioned<>(
        TerminalRecordDocument.read(JsonDocuments.read(row.getString(2))), row.getLong(1));
  }
}
