package dev.poscart.adapters.sqlite;

import dev.poscart.domain.model.IdempotencyKey;
import dev.poscart.domain.model.TerminalKey;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/**
 * A connection with its prepared statements, used by one thread at a time. Values are always bound,
 * never part of the SQL text.
 */
final class Session implements AutoCloseable {

  /**
   * Queries have a different text for each sort order; only the most recently used statements are
   * kept.
   */
  private static final int STATEMENTS = 64;

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(16, 0.75f, true);

  private Session(Connection connection) {
    this.connection = connection;
  }

  static Session open(Path file, Duration busyTimeout) throws SQLException {
    return open(file, busyTimeout, new SQLiteConfig());
  }

  /** Opens an existing file read-only. */
  static Session openReadOnly(Path file, Duration busyTimeout) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    return open(file, busyTimeout, config);
  }

  private static Session open(Path file, Duration busyTimeout, SQLiteConfig config)
      throws SQLException {
    config.setBusyTimeout((int) Math.min(busyTimeout.toMillis(), Integer.MAX_VALUE));
    return new Session(config.createConnection("jdbc:sqlite:" + file));
  }

  /** Executes a statement without a result. */
  void run(String sql) throws SQLException {
    using(sql, PreparedStatement::execute);
  }

  /** Executes SQL that is needed once, such as a pragma or a script. */
  void runOnce(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * Executes an update.
   *
   * @return the number of changed rows
   */
  int update(String sql, Object... values) throws SQLException {
    return using(sql, statement -> bind(statement, values).executeUpdate());
  }

  <T> Optional<T> first(String sql, Row<T> row, Object... values) throws SQLException {
    return using(
        sql,
        statement -> {
          try (ResultSet result = bind(statement, values).executeQuery()) {
            return result.next() ? Optional.of(read(row, result)) : Optional.empty();
          }
        });
  }

  <T> List<T> all(String sql, Row<T> row, Object... values) throws SQLException {
    return using(
        sql,
        statement -> {
          try (ResultSet result = bind(statement, values).executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
              rows.add(read(row, result));
            }
            return rows;
          }
        });
  }

  private static <T> T read(Row<T> row, ResultSet result) throws SQLException {
    try {
      return row.of(result);
    } catch (RuntimeException e) {
      throw SqliteFailures.unreadable(e);
    }
  }

  /** Runs several reads on the same snapshot of the database. */
  <T> T snapshot(Operation<T> reads) throws SQLException {
    run("BEGIN");
    try {
      T result = reads.on(this);
      run("COMMIT");
      return result;
    } catch (SQLException | RuntimeException e) {
      rollBack(e);
      throw e;
    }
  }

  /** Rolls the transaction back, unless SQLite has already done so because of the same failure. */
  void rollBack(Throwable failure) {
    try {
      run("ROLLBACK");
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  // The driver finalizes a statement on most errors, so a statement that failed is not reused.
  private <T> T using(String sql, Use<T> use) throws SQLException {
    PreparedStatement statement = prepared(sql);
    try {
      return use.of(statement);
    } catch (SQLException e) {
      statements.remove(sql);
      close(statement, e);
      throw e;
    }
  }

  private static void close(PreparedStatement statement, SQLException reason) {
    try {
      statement.close();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  private static PreparedStatement bind(PreparedStatement statement, Object... values)
      throws SQLException {
    int place = 1;
    for (Object value : values) {
      place = bind(statement, place, value);
    }
    return statement;
  }

  /**
   * Binds a value, of which a key has one for each of its columns.
   *
   * @return the place of the next value
   */
  private static int bind(PreparedStatement statement, int place, Object value)
      throws SQLException {
    if (value instanceof IdempotencyKey key) {
      return bind(statement, bind(statement, place, key.terminal()), key.key());
    }
    if (value instanceof TerminalKey terminal) {
      statement.setString(place, terminal.tenantId());
      statement.setString(place + 1, terminal.storeCode());
      statement.setInt(place + 2, terminal.terminalNo());
      return place + 3;
    }
    statement.setObject(place, value instanceof Optional<?> any ? any.orElse(null) : value);
    return place + 1;
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement known = statements.get(sql);
    if (known != null) {
      return known;
    }
    if (statements.size() >= STATEMENTS) {
      var leastUsed = statements.entrySet().iterator();
      leastUsed.next().getValue().close();
      leastUsed.remove();
    }
    PreparedStatement statement = connection.prepareStatement(sql);
    statements.put(sql, statement);
    return statement;
  }

  /** An action on a prepared statement. */
  @FunctionalInterface
  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }
}
