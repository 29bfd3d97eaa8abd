package dev.poscart.adapters.sqlite;

import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Converts exceptions of SQLite to {@link PortException}. */
final class SqliteFailures {

  private static final String PORT = "sqlite";

  /** The time that operators may need to notice the failure and restart the service. */
  private static final Duration AFTER_RESTART = Duration.ofSeconds(30);

  /** The low byte is the primary result code, the rest of an extended code the circumstances. */
  private static final int PRIMARY = 0xff;

  private SqliteFailures() {}

  static PortException of(Throwable cause) {
    if (cause instanceof PortException known) {
      return known;
    }
    if (cause instanceof SQLException sql) {
      return new PortException(PORT, category(sql), String.valueOf(sql.getMessage()), sql);
    }
    return new PortException(
        PORT, Category.PERMANENT_FAILURE, cause.getClass().getSimpleName(), cause);
  }

  /**
   * A commit whose sync failed may still have reached the disk and reappear after a crash. The
   * outcome is unknown, which is what a timeout means.
   */
  static PortException atCommit(Throwable cause) {
    if (cause instanceof SQLException sql && code(sql) == SQLiteErrorCode.SQLITE_IOERR.code) {
      return new PortException(PORT, Category.TIMEOUT, "commit: " + sql.getMessage(), sql);
    }
    return of(cause);
  }

  static PortException unavailable(String message) {
    return new PortException(PORT, Category.UNAVAILABLE, message);
  }

  static PortException unavailable(String message, Throwable cause) {
    return new PortException(PORT, Category.UNAVAILABLE, message, cause);
  }

  /** A failure that lasts until the service is restarted. */
  static PortException lost(String message) {
    return new PortException(PORT, Category.PERMANENT_FAILURE, message, AFTER_RESTART);
  }

  static PortException permanent(String message) {
    return new PortException(PORT, Category.PERMANENT_FAILURE, message);
  }

  static PortException permanent(String message, Throwable cause) {
    return new PortException(PORT, Category.PERMANENT_FAILURE, message, cause);
  }

  /** A row is not in a form that this version understands. */
  static PortException unreadable(RuntimeException cause) {
    return new PortException(PORT, Category.UNREADABLE, "a stored document", cause);
  }

  /** Another connection locks the file. */
  static boolean isBusy(SQLException e) {
    return code(e) == SQLiteErrorCode.SQLITE_BUSY.code;
  }

  /** The file is damaged or not a database. */
  static boolean isCorruption(SQLException e) {
    return code(e) == SQLiteErrorCode.SQLITE_CORRUPT.code
        || code(e) == SQLiteErrorCode.SQLITE_NOTADB.code;
  }

  private static Category category(SQLException e) {
    SQLiteErrorCode[] passing = {
      SQLiteErrorCode.SQLITE_BUSY,
      SQLiteErrorCode.SQLITE_LOCKED,
      SQLiteErrorCode.SQLITE_FULL,
      SQLiteErrorCode.SQLITE_IOERR,
      SQLiteErrorCode.SQLITE_READONLY,
      SQLiteErrorCode.SQLITE_CANTOPEN,
      SQLiteErrorCode.SQLITE_NOMEM,
    };
    for (SQLiteErrorCode code : passing) {
      if (code(e) == code.code) {
        return Category.UNAVAILABLE;
      }
    }
    return Category.PERMANENT_FAILURE;
  }

  private static int code(SQLException e) {
    return e instanceof SQLiteException sqlite ? sqlite.getResultCode().code & PRIMARY : -1;
  }
}
