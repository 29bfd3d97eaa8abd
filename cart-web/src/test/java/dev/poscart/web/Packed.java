package dev.poscart.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Compresses bodies like a caller. */
final class Packed {

  private Packed() {}

  static byte[] gzip(byte[] content) {
    return packed(content, GZIPOutputStream::new);
  }

  /**
   * Compresses with deflate.
   *
   * @param raw whether to omit the zlib wrapper
   */
  static byte[] deflate(byte[] content, boolean raw) {
    return deflate(content, new Deflater(Deflater.DEFAULT_COMPRESSION, raw));
  }

  static byte[] deflate(byte[] content, Deflater deflater) {
    return packed(content, out -> new DeflaterOutputStream(out, deflater));
  }

  private interface Packing {
    OutputStream of(OutputStream out) throws IOException;
  }

  private static byte[] packed(byte[] content, Packing packing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = packing.of(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
