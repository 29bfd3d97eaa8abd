package dev.poscart.adapters.sqlite;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The header of a database file, as defined by SQLite's file format. */
final class FileHeader {

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int WRITE_VERSION_AT = 18;
  private static final int WRITE_AHEAD_LOG = 2;
  private static final int CHANGE_COUNTER_AT = 24;
  private static final int APPLICATION_ID_AT = 68;
  private static final int BYTES = 100;

  private final ByteBuffer bytes;

  private FileHeader(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** Reads the header; bytes beyond the end of a shorter file are zero. */
  static FileHeader of(RandomAccessFile file) throws IOException {
    byte[] bytes = new byte[BYTES];
    int length = 0;
    file.seek(0);
    for (int read = 0;
        read >= 0 && length < BYTES;
        read = file.read(bytes, length, BYTES - length)) {
      length += read;
    }
    return new FileHeader(ByteBuffer.wrap(bytes));
  }

  boolean isDatabase() {
    return bytes.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
  }

  /** Whether Poscart created the database. */
  boolean isOurs() {
    return isDatabase() && bytes.getInt(APPLICATION_ID_AT) == Schema.APPLICATION_ID;
  }

  /** Whether the database uses a write-ahead log. A backup copy does not. */
  boolean writesAhead() {
    return bytes.get(WRITE_VERSION_AT) == WRITE_AHEAD_LOG;
  }

  /** A counter that grows, and wraps around, whenever the file allocates or frees a page. */
  int changeCounter() {
    return bytes.getInt(CHANGE_COUNTER_AT);
  }
}
