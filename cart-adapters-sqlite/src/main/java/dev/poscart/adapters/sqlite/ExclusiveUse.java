package dev.poscart.adapters.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Keeps other processes, and other stores in this process, from using the same database. The
 * database itself must allow several connections, so the lock is an exclusive transaction on an
 * empty database next to it: SQLite implements locking on every platform, also between two
 * connections of one process, and the operating system releases the lock if the process is killed.
 * The empty file is never deleted, as two processes might then lock two different files of the same
 * name.
 */
final class ExclusiveUse implements AutoCloseable {

  private final Session session;

  private ExclusiveUse(Session session) {
    this.session = session;
  }

  static ExclusiveUse of(Path file) throws SQLException {
    Session session =
        Session.open(file.resolveSibling(file.getFileName() + ".lock"), Duration.ZERO);
    try {
      session.runOnce("BEGIN EXCLUSIVE");
      return new ExclusiveUse(session);
    } catch (SQLException e) {
      session.close();
      if (SqliteFailures.isBusy(e)) {
        throw SqliteFailures.unavailable(
            file
                + ": is in use (expected: one Poscart process per file); stop the other process"
                + " first",
            e);
      }
      throw e;
    }
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
