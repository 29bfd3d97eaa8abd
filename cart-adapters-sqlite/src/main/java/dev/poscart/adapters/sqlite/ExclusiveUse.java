package dev.poscart.adapters.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Keeps a second process, or a second store in this one, from the same file. The file itself must
 * stay open to several connections, so the lock is an exclusive transaction on an empty database
 * beside it: SQLite knows how to lock on each system, also between two connections of one process,
 * and the system releases the lock of a process that was killed. The empty file stays; removing it
 * would let two processes lock two files of the same name.
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
            file + ": is in use (expected: one Poscart for one file); stop the other one first", e);
      }
      throw e;
    }
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
