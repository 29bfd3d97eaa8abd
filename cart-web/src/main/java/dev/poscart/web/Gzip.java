package dev.poscart.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Compresses responses. */
final class Gzip {

  /** Shorter ones hardly shrink. */
  static final int MIN_BYTES = 1_024;

  private Gzip() {}

  /** Whether {@code Accept-Encoding} names gzip without refusing it. */
  static boolean isAccepted(Context ctx) {
    return Collections.list(ctx.req().getHeaders("Accept-Encoding")).stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(coding -> coding.replace(" ", "").toLowerCase(Locale.ROOT))
        .anyMatch(
            coding ->
                coding.equals("gzip")
                    || (coding.startsWith("gzip;q=") && !coding.matches("gzip;q=0(\\.0*)?")));
  }

  static byte[] compressed(byte[] body) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 4);
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
    return compressed.toByteArray();
  }
}
