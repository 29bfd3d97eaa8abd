package dev.poscart.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.LogTampering;
import dev.poscart.domain.model.LogPosition;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes to the file through a connection of its own. */
record SqliteTampering(Path file) implements LogTampering {

  private static final String ENTRY =
      " WHERE tenant = ? AND store = ? AND terminal = ? AND position = ?";

  @Override
  public void alter(LogPosition at, String path, Object value) throws SQLException {
    String json = value instanceof String text ? "\"" + text + "\"" : value.toString();
    update(
        at, "body = json_set(body, ?, json(?))", "$." + path.replaceAll("\\.(\\d+)", "[$1]"), json);
  }

  @Override
  public void takeAway(LogPosition at, String field) throws SQLException {
    update(at, "body = json_remove(body, ?)", "$." + field);
  }

  @Override
  public void remove(LogPosition at) throws SQLException {
    delete(at);
    change("DELETE FROM outbox" + ENTRY, at);
  }

  @Override
  public void move(LogPosition at, int position) throws SQLException {
    update(
        at,
        "position = ?, body = json_set(body, '$.transaction_no', ?, '$.chain.position', ?)",
        position,
        position,
        position);
  }

  /** Deletes an entry, but not its delivery record. */
  void delete(LogPosition at) throws SQLException {
    change("DELETE FROM log" + ENTRY, at);
  }

  /** Sets columns of an entry. */
  void update(LogPosition at, String columns, Object... values) throws SQLException {
    change("UPDATE log SET " + columns + ENTRY, at, values);
  }

  private void change(String sql, LogPosition at, Object... values) throws SQLException {
    List<Object> bound = new ArrayList<>(List.of(values));
    bound.add(at.terminal().tenantId());
    bound.add(at.terminal().storeCode());
    bound.add(at.terminal().terminalNo());
    bound.add(at.position());
    try (Session session = Session.open(file, Duration.ofSeconds(20))) {
      assertThat(session.update(sql, bound.toArray())).isEqualTo(1);
    }
  }
}
