package dev.poscart.adapters.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Detects that the open files have been overwritten, for example by copying a backup over the
 * database: the file keeps its identity, and SQLite, which trusts its log and its cache, does not
 * notice. A checkpoint, even one by another tool, changes the database as well, but never makes it
 * shorter or older.
 *
 * <p>Used by the writer thread only. The file must stay open as long as SQLite has it open, because
 * closing it would release SQLite's own locks.
 */
final class OverwriteCheck implements Closeable {

  private static final int LOG_HEADER_BYTES = 32;
  private static final int FRAME_HEADER_BYTES = 24;

  private final RandomAccessFile database;
  private final Session session;
  private FileTime modified = FileTime.fromMillis(0);
  private long bytes;
  private int changeCounter;
  private long logBytes;

  private OverwriteCheck(RandomAccessFile database, Session session) throws IOException {
    this.database = database;
    this.session = session;
    this.changeCounter = FileHeader.of(database).changeCounter();
  }

  /**
   * @param file a database opened by SQLite
   * @param session the connection that writes to it
   */
  static OverwriteCheck of(Path file, Session session) throws IOException {
    return new OverwriteCheck(new RandomAccessFile(file.toFile(), "r"), session);
  }

  /** What happened to the database since the last check; empty: nothing. */
  Optional<String> ofDatabase(BasicFileAttributes now) throws IOException {
    if (now.size() < bytes) {
      return Optional.of("was cut off");
    }
    if (now.size() > bytes || !now.lastModifiedTime().equals(modified)) {
      FileHeader header = FileHeader.of(database);
      if (!header.isOurs() || !header.writesAhead() || header.changeCounter() - changeCounter < 0) {
        return Optional.of("was overwritten");
      }
      changeCounter = header.changeCounter();
      bytes = now.size();
      modified = now.lastModifiedTime();
    }
    return Optional.empty();
  }

  /**
   * What happened to the write-ahead log since the last check; empty: nothing. It may become
   * shorter once its frames are in the database.
   */
  Optional<String> ofLog(BasicFileAttributes now) throws SQLException {
    boolean shorter = now.size() < logBytes;
    logBytes = now.size();
    return shorter && logBytes < expectedLogBytes() ? Optional.of("was cut off") : Optional.empty();
  }

  private long expectedLogBytes() throws SQLException {
    long frames = session.first("PRAGMA wal_checkpoint(NOOP)", row -> row.getLong(2)).orElse(0L);
    long pageBytes = session.first("PRAGMA page_size", row -> row.getLong(1)).orElse(0L);
    return frames == 0 ? 0 : LOG_HEADER_BYTES + frames * (FRAME_HEADER_BYTES + pageBytes);
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}
