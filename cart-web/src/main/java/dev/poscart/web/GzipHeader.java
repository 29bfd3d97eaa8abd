package dev.poscart.web;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;

/** The header of a gzip member (RFC 1952, 2.3). */
final class GzipHeader {

  private static final short MAGIC = (short) 0x8b1f;
  private static final byte DEFLATED = 8;
  private static final int TIME_AND_SYSTEM_BYTES = 6;

  private static final int HAS_CHECKSUM = 2;
  private static final int HAS_EXTRA_FIELD = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private GzipHeader() {}

  /**
   * Skips a header.
   *
   * @param in little-endian
   * @throws DataFormatException if there is no valid header
   * @throws BufferUnderflowException if it is truncated
   */
  static void skip(ByteBuffer in) throws DataFormatException {
    int start = in.position();
    if (in.getShort() != MAGIC || in.get() != DEFLATED) {
      throw new DataFormatException("no gzip");
    }
    int flags = in.get();
    if ((flags & RESERVED) != 0) {
      throw new DataFormatException("unknown flags");
    }
    skip(in, TIME_AND_SYSTEM_BYTES);
    if ((flags & HAS_EXTRA_FIELD) != 0) {
      skip(in, in.getShort() & 0xffff);
    }
    if ((flags & HAS_NAME) != 0) {
      skipText(in);
    }
    if ((flags & HAS_COMMENT) != 0) {
      skipText(in);
    }
    if ((flags & HAS_CHECKSUM) != 0) {
      short checksum = checksum(in, start);
      if (in.getShort() != checksum) {
        throw new DataFormatException("wrong checksum");
      }
    }
  }

  private static void skip(ByteBuffer in, int bytes) {
    if (bytes > in.remaining()) {
      throw new BufferUnderflowException();
    }
    in.position(in.position() + bytes);
  }

  private static void skipText(ByteBuffer in) {
    byte letter = in.get();
    while (letter != 0) {
      letter = in.get();
    }
  }

  private static short checksum(ByteBuffer in, int start) {
    CRC32 checksum = new CRC32();
    checksum.update(in.duplicate().flip().position(start));
    return (short) checksum.getValue();
  }
}
