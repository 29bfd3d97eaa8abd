package dev.poscart.benchmarks.floors;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * The bare store: conditional replaces of a cart's row over JDBC, on one thread, with the schema of
 * the service.
 */
final class SqliteFloor implements AutoCloseable {

  private static final int ROWS = 200;
  private static final String REPLACE =
      "UPDATE carts SET version = version + 1, removable_since = ?, body = ?"
          + " WHERE tenant = 'B0001' AND cart = ? AND version = ?";

  private final Connection connection;
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final String body;
  private final int groupSize;
  private long version = 1;

  /**
   * Copies the schema of the service and a cart with this number of lines.
   *
   * @param groupSize replaces in one transaction
   * @param synchronous {@code NORMAL} as for carts, {@code FULL} as for bills
   */
  SqliteFloor(Path serviceFile, Path file, int lines, int groupSize, String synchronous)
      throws SQLException {
    this.groupSize = groupSize;
    List<String> schema = new ArrayList<>();
    try (Connection service = DriverManager.getConnection("jdbc:sqlite:" + serviceFile);
        Statement statement = service.createStatement()) {
      try (ResultSet tables =
          statement.executeQuery(
              "SELECT sql FROM sqlite_schema WHERE tbl_name = 'carts' AND sql NOT NULL")) {
        while (tables.next()) {
          schema.add(tables.getString(1));
        }
      }
      try (ResultSet carts =
          statement.executeQuery(
              "SELECT body FROM carts WHERE json_array_length(body, '$.line_items') = " + lines)) {
        carts.next();
        body = carts.getString(1);
      }
    }
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    fill(schema, synchronous);
  }

  private void fill(List<String> schema, String synchronous) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=" + synchronous);
      for (String sql : schema) {
        statement.execute(sql);
      }
    }
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO carts (tenant, cart, version, removable_since, body)"
                + " VALUES ('B0001', ?, 1, 0, ?)")) {
      for (int row = 0; row < ROWS; row++) {
        insert.setString(1, id(row));
        insert.setString(2, body);
        insert.executeUpdate();
      }
    }
    connection.commit();
  }

  /** Replaces every row, again and again. */
  Figures run(int replaces) throws SQLException {
    Histogram nanos = new Histogram(60_000_000_000L, 3);
    long thread = Thread.currentThread().getId();
    long allocated = threads.getThreadAllocatedBytes(thread);
    long cpu = threads.getCurrentThreadCpuTime();
    long started = System.nanoTime();
    try (PreparedStatement replace = connection.prepareStatement(REPLACE)) {
      for (int done = 0; done < replaces; done += ROWS) {
        all(replace, nanos);
        version++;
      }
    }
    long took = System.nanoTime() - started;
    return Figures.of(
        nanos,
        took,
        threads.getCurrentThreadCpuTime() - cpu,
        threads.getThreadAllocatedBytes(thread) - allocated);
  }

  private void all(PreparedStatement replace, Histogram nanos) throws SQLException {
    long started = System.nanoTime();
    for (int row = 0; row < ROWS; row++) {
      replace.setLong(1, started);
      replace.setString(2, body);
      replace.setString(3, id(row));
      replace.setLong(4, version);
      if (replace.executeUpdate() != 1) {
        throw new SQLException("row " + row + ": not replaced");
      }
      if ((row + 1) % groupSize == 0) {
        connection.commit();
        long took = System.nanoTime() - started;
        nanos.recordValueWithCount(took, groupSize);
        started += took;
      }
    }
  }

  private static String id(int row) {
    return "00000000-0000-4000-8000-%012d".formatted(row);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
