package dev.poscart.adapters.sqlite;

import dev.poscart.domain.port.PortException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * The database file. A file that cannot be opened as a Poscart database is refused and left
 * unchanged; a new database is created only if the file does not exist or is empty.
 */
final class DataFile {

  /**
   * Reading all pages takes about a millisecond per megabyte; up to this size that may delay
   * startup.
   */
  private static final long CHECKED_BYTES = 64L << 20;

  private final Path file;
  private final Duration busyTimeout;

  DataFile(Path file, Duration busyTimeout) {
    this.file = file;
    this.busyTimeout = busyTimeout;
  }

  /** Opens the connection that writes; creates or checks the file first. */
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
   * Opens a read-only connection, possibly while another process writes. The file must exist and
   * have the schema of this version; it is left unchanged.
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
   * Opens a read-only connection to a file with any schema version, which may be copied even if
   * this version cannot interpret it.
   */
  Session openToCopy() throws IOException, SQLException {
    if (!Files.exists(file)) {
      throw SqliteFailures.permanent(file + ": does not exist (expected: a Poscart database)");
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
   * Checks all pages of the file, whatever its size.
   *
   * @throws PortException if the file is damaged
   */
  void refuseDamage() throws IOException, SQLException {
    try (Session session = openToCopy()) {
      checkPages(session);
    }
  }

  /** The first thing that is wrong with the pages and indexes of the file; empty: nothing. */
  Optional<String> damage() throws IOException, SQLException {
    try (Session session = openToCopy()) {
      return damage(session, "PRAGMA integrity_check(1)");
    } catch (SQLException e) {
      if (SqliteFailures.isCorruption(e)) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  /**
   * Whether the file has the schema of this version and not an older one.
   *
   * @throws PortException if a newer version has written it
   */
  boolean isUpToDate() throws IOException, SQLException {
    try (Session session = openToCopy()) {
      return Schema.of(file).isUpToDate(session);
    }
  }

  // Inspects the bytes directly, since opening a foreign database with SQLite may already change
  // it.
  private void refuseForeign() throws IOException {
    if (Files.isDirectory(file)) {
      throw SqliteFailures.permanent(file + ": is a directory (expected: a file)");
    }
    if (!Files.exists(file) || Files.size(file) == 0) {
      refuseRemains();
    } else if (!Files.exists(beside("-journal"))) {
      FileHeader header = header();
      if (!header.isDatabase()) {
        throw SqliteFailures.permanent(
            file + ": is not a database or is damaged (expected: a Poscart database)");
      }
      if (!header.isOurs()) {
        throw SqliteFailures.permanent(
            file + ": belongs to another program (expected: a Poscart database)");
      }
    }
  }

  // A write-ahead log without its database is what remains of one; creating a new database would
  // delete it.
  private void refuseRemains() throws IOException {
    Path log = beside("-wal");
    if (Files.exists(log) && Files.size(log) > 0) {
      throw SqliteFailures.permanent(
          file + ": does not exist, but " + log + " does (expected: both)");
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
    Optional<String> finding = damage(session, "PRAGMA quick_check(1)");
    if (finding.isPresent()) {
      throw damaged(new SQLException(finding.get()));
    }
  }

  private static Optional<String> damage(Session session, String check) throws SQLException {
    String finding = session.first(check, row -> row.getString(1)).orElse("no answer");
    return Optional.of(finding).filter(text -> !text.equals("ok"));
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
          file + ": journal mode " + mode + " (expected: wal); put the file on a local disk");
    }
    session.runOnce("PRAGMA journal_size_limit=" + CHECKED_BYTES);
    // SQLite creates the write-ahead log on the first access to a table.
    session.runOnce("SELECT count(*) FROM sqlite_schema");
  }

  private Path beside(String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }
}
