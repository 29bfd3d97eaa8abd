package dev.poscart.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.LogTampering;
import dev.poscart.domain.model.TransactionKey;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes to the file through a connection of its own. */
record SqliteTampering(Path file) implements LogTampering {

  private static final String ENTRY =
      " WHERE tenant = ? AND store = ? AND terminal = ? AND transaction_no = ?";

  @Override
  public void alter(TransactionKey key, String path, Object value) throws SQLException {
    String json = value instanceof String text ? "\"" + text + "\"" : value.toString();
    update(
        key,
        "body = json_set(body, ?, json(?))",
        "$." + path.replaceAll("\\.(\\d+)", "[$1]"),
        json);
  }

  @Override
  public void takeAway(TransactionKey key, String field) throws SQLException {
    update(key, "body = json_remove(body, ?)", "$." + field);
  }

  @Override
  public void remove(TransactionKey key) throws SQLException {
    delete(key);
    change("DELETE FROM outbox" + ENTRY, key);
  }

  @Override
  public void renumber(TransactionKey key, int number) throws SQLException {
    update(key, "transaction_no = ?, body = json_set(body, '$.transaction_no', ?)", number, number);
  }

  /** Takes an entry out and leaves its traces. */
  void delete(TransactionKey key) throws SQLException {
    change("DELETE FROM log" + ENTRY, key);
  }

  /** Sets columns of an entry. */
  void update(TransactionKey key, String columns, Object... values) throws SQLException {
    change("UPDATE log SET " + columns + ENTRY, key, values);
  }

  private void change(String sql, TransactionKey key, Object... values) throws SQLException {
    List<Object> bound = new ArrayList<>(List.of(values));
    bound.add(key.terminal().tenantId());
    bound.add(key.terminal().storeCode());
    bound.add(key.terminal().terminalNo());
    bound.add(key.transactionNo());
    try (Session session = Session.open(file, Duration.ofSeconds(20))) {
      assertThat(session.update(sql, bound.toArray())).isEqualTo(1);
    }
  }
}
