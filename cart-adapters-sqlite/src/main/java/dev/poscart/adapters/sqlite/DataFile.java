package dev.poscart.adapters.sqlite;

import dev.poscart.domain.port.PortException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The file that holds everything. What cannot be opened as what it should be is refused and left as
 * it is; a new database is only ever made where there is nothing.
 */
final class DataFile {

  /** Reading every page takes about a millisecond per megabyte: up to here a start can wait. */
  private static final long CHECKED_BYTES = 64L << 20;

  private final Path file;
  private final Duration busyTimeout;

  DataFile(Path file, Duration busyTimeout) {
    this.file = file;
    this.busyTimeout = busyTimeout;
  }

  /** Opens the connection that writes, making and checking the file first. */
  Session openForWriting() throws IOException, SQLException {
    refuseForeign();
    Session session = Session.open(file, busyTimeout);
    try {
      session.runOnce("PRAGMA trusted_schema=OFF");
      session.runOnce("PRAGMA fullfsync=ON");
      session.runOnce("PRAGMA checkpoint_fullfsync=ON");
      session.runOnce("PRAGMA synchronous=FULL");
      session.runOnce("PRAGMA temp_store=MEMORY");
      refuseDamaged(session);
      Schema.of(file).bringUpToDate(session);
      useWriteAheadLog(session);
      return session;
    } catch (SQLException e) {
      session.close();
      if (SqliteFailures.isCorruption(e)) {
        throw damaged(e);
      }
      throw e;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** Opens a connection that cannot write. */
  Session openForReading() throws SQLException {
    Session session = Session.open(file, busyTimeout);
    session.runOnce("PRAGMA trusted_schema=OFF");
    session.runOnce("PRAGMA query_only=ON");
    return session;
  }

  /**
   * Opens a connection for somebody who only looks, beside whoever writes. The file must be there
   * and of the form that this version writes; it is left as it is.
   */
  Session openToLook() throws IOException, SQLException {
    Session session = openToCopy();
    try {
      refuseDamaged(session);
      Schema.of(file).refuseOther(session);
      return session;
    } catch (SQLException | IOException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /**
   * The same for a file of any version's form, which may be copied although it is not understood.
   */
  Session openToCopy() throws IOException, SQLException {
    if (!Files.exists(file)) {
      throw SqliteFailures.permanent(file + ": is missing (expected: a Poscart file)");
    }
    refuseForeign();
    Session session = Session.openReadOnly(file, busyTimeout);
    try {
      session.runOnce("PRAGMA trusted_schema=OFF");
      return session;
    } catch (SQLException e) {
      session.close();
      throw e;
    }
  }

  /**
   * Reads the whole file, however large it is.
   *
   * @throws PortException if it does not hold what it should
   */
  void refuseDamage() throws IOException, SQLException {
    try (Session session = openToCopy()) {
      checkPages(session);
    }
  }

  // Looks at the bytes: SQLite itself would bring a foreign database up to date by opening it.
  private void refuseForeign() throws IOException {
    if (Files.isDirectory(file)) {
      throw SqliteFailures.permanent(file + ": is a folder (expected: a file)");
    }
    if (!Files.exists(file) || Files.size(file) == 0) {
      refuseRemains();
    } else if (!Files.exists(beside("-journal"))) {
      FileHeader header = header();
      if (!header.isDatabase()) {
        throw SqliteFailures.permanent(
            file + ": is not a database, or damaged (expected: a Poscart file)");
      }
      if (!header.isOurs()) {
        throw SqliteFailures.permanent(
            file + ": is another program's database (expected: a Poscart file)");
      }
    }
  }

  // A log without its database is what is left of one; a new one in its place would delete it.
  private void refuseRemains() throws IOException {
    Path log = beside("-wal");
    if (Files.exists(log) && Files.size(log) > 0) {
      throw SqliteFailures.permanent(
          file + ": is missing, but " + log + " is there (expected: both)");
    }
  }

  private FileHeader header() throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      return FileHeader.of(bytes);
    }
  }

  private void refuseDamaged(Session session) throws SQLException, IOException {
    if (Files.size(file) <= CHECKED_BYTES) {
      checkPages(session);
    }
  }

  private void checkPages(Session session) throws SQLException {
    String finding =
        session.first("PRAGMA quick_check(1)", row -> row.getString(1)).orElse("no answer");
    if (!finding.equals("ok")) {
      throw damaged(new SQLException(finding));
    }
  }

  private PortException damaged(SQLException finding) {
    return SqliteFailures.permanent(
        file + ": is damaged: " + finding.getMessage() + "; restore a backup", finding);
  }

  private void useWriteAheadLog(Session session) throws SQLException {
    String mode =
        session.first("PRAGMA journal_mode=WAL", row -> row.getString(1)).orElse("unknown");
    if (!mode.equals("wal")) {
      throw SqliteFailures.permanent(
          file + ": journal mode " + mode + " (expected: wal); its disk must be a local one");
    }
    session.runOnce("PRAGMA journal_size_limit=" + CHECKED_BYTES);
    // The log is made at the first look at the tables.
    session.runOnce("SELECT count(*) FROM sqlite_schema");
  }

  private Path beside(String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }
}
