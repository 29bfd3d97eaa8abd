package dev.poscart.web;

import dev.poscart.web.load.RequestMemory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.brotli.dec.BrotliInputStream;

/**
 * Decompresses one body in memory. Stops as soon as the result exceeds the maximum, since a few
 * bytes can expand to gigabytes.
 */
final class BodyDecoder {

  private static final int PIECE = 8_192;

  private final int maxBytes;
  private final RequestMemory memory;
  private final ByteArrayOutputStream decoded = new ByteArrayOutputStream();

  /**
   * @param maxBytes maximum length of the decoded body
   * @param memory the budget for the decoded bytes
   */
  BodyDecoder(int maxBytes, RequestMemory memory) {
    this.maxBytes = maxBytes;
    this.memory = memory;
  }

  /**
   * Decodes a body.
   *
   * @throws TransportRefusal if it becomes too long
   * @throws InvalidRequest if it is not in this encoding, is damaged, or is followed by other data
   */
  byte[] decode(byte[] body, ContentCoding coding) {
    ByteBuffer in = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
    try {
      return switch (coding) {
        case IDENTITY -> body;
        case GZIP -> gunzipped(in);
        case DEFLATE -> deflated(in);
        case BROTLI -> unbrotlied(body);
      };
    } catch (DataFormatException | BufferUnderflowException | IOException e) {
      throw new InvalidRequest(
          List.of(new Problem("body", "Input should be encoded as Content-Encoding says")));
    }
  }

  /**
   * Reads all members. The JDK's own stream recurses for each empty member, so a body with many of
   * them would overflow the stack, and it ignores data after the last member.
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

  private byte[] unbrotlied(byte[] body) throws IOException {
    byte[] piece = new byte[PIECE];
    try (BrotliInputStream in = new BrotliInputStream(new ByteArrayInputStream(body), PIECE)) {
      for (int read = in.read(piece); read > 0; read = in.read(piece)) {
        write(piece, read);
      }
    }
    return decoded.toByteArray();
  }

  /**
   * Some clients send the compressed data without the zlib header, as noted in RFC 9110, 8.4.1.2.
   */
  private static boolean hasZlibHeader(ByteBuffer in) {
    int first = in.get(0) & 0xff;
    int second = in.limit() < 2 ? 0 : in.get(1) & 0xff;
    return (first & 0x0f) == 8 && (first << 8 | second) % 31 == 0;
  }

  /** Inflates to the end of the compressed data, where the input is positioned afterwards. */
  private void inflate(Inflater inflater, ByteBuffer in, CRC32 checksum)
      throws DataFormatException {
    byte[] piece = new byte[PIECE];
    inflater.setInput(in);
    while (!inflater.finished()) {
      int read = inflater.inflate(piece);
      if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
        throw new DataFormatException("something is missing");
      }
      write(piece, read);
      checksum.update(piece, 0, read);
    }
  }

  private void write(byte[] piece, int bytes) {
    if (decoded.size() + bytes > maxBytes) {
      throw TransportRefusal.bodyTooLarge(maxBytes);
    }
    if (!memory.take(bytes)) {
      throw TransportRefusal.overloaded();
    }
    decoded.write(piece, 0, bytes);
  }
}
