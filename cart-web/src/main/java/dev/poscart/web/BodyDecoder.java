package dev.poscart.web;

import dev.poscart.web.load.RequestMemory;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decodes one body that is in memory. It stops as soon as there is more than may be read: a few
 * bytes can stand for gigabytes.
 */
final class BodyDecoder {

  private static final int PIECE = 8_192;

  private final int maxBytes;
  private final RequestMemory memory;
  private final ByteArrayOutputStream decoded = new ByteArrayOutputStream();
  private final byte[] piece = new byte[PIECE];

  /**
   * @param maxBytes most bytes of the decoded body
   * @param memory what those bytes are taken from
   */
  BodyDecoder(int maxBytes, RequestMemory memory) {
    this.maxBytes = maxBytes;
    this.memory = memory;
  }

  /**
   * Decodes.
   *
   * @throws TransportRefusal if it becomes too long
   * @throws InvalidRequest if it is not encoded so, is damaged, or something follows it
   */
  byte[] decode(byte[] body, ContentCoding coding) {
    ByteBuffer in = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
    try {
      return switch (coding) {
        case IDENTITY -> body;
        case GZIP -> gunzipped(in);
        case DEFLATE -> deflated(in);
      };
    } catch (DataFormatException | BufferUnderflowException e) {
      throw new InvalidRequest(
          List.of(new Problem("body", "Input should be encoded as Content-Encoding says")));
    }
  }

  /**
   * One member behind the other. The JDK's own stream calls itself once for each that is empty, so
   * that a body of many overflows its stack; and it takes no notice of what follows the last one.
   */
  private byte[] gunzipped(ByteBuffer in) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    try {
      do {
        GzipHeader.skip(in);
        inflater.reset();
        CRC32 checksum = new CRC32();
        int before = decoded.size();
        inflate(inflater, in, checksum);
        int length = decoded.size() - before;
        if (in.getInt() != (int) checksum.getValue() || in.getInt() != length) {
          throw new DataFormatException("wrong checksum or length");
        }
      } while (in.hasRemaining());
    } finally {
      inflater.end();
    }
    return decoded.toByteArray();
  }

  private byte[] deflated(ByteBuffer in) throws DataFormatException {
    Inflater inflater = new Inflater(!hasZlibHeader(in));
    try {
      inflate(inflater, in, new CRC32());
    } finally {
      inflater.end();
    }
    if (in.hasRemaining()) {
      throw new DataFormatException("something follows");
    }
    return decoded.toByteArray();
  }

  /** Some callers send what is inside only, as RFC 9110, 8.4.1.2, tells. */
  private static boolean hasZlibHeader(ByteBuffer in) {
    int first = in.get(0) & 0xff;
    int second = in.limit() < 2 ? 0 : in.get(1) & 0xff;
    return (first & 0x0f) == 8 && (first << 8 | second) % 31 == 0;
  }

  /** Inflates to the end of the compressed data, which is where the input stands afterwards. */
  private void inflate(Inflater inflater, ByteBuffer in, CRC32 checksum)
      throws DataFormatException {
    inflater.setInput(in);
    while (!inflater.finished()) {
      int read = inflater.inflate(piece);
      if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
        throw new DataFormatException("something is missing");
      }
      write(read);
      checksum.update(piece, 0, read);
    }
  }

  private void write(int bytes) {
    if (decoded.size() + bytes > maxBytes) {
      throw TransportRefusal.bodyTooLarge(maxBytes);
    }
    if (!memory.take(bytes)) {
      throw TransportRefusal.overloaded();
    }
    decoded.write(piece, 0, bytes);
  }
}
