package dev.poscart.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/** Reads bodies up to a length, whatever length they claim to have. */
final class BodyReader {

  private final int maxBytes;

  BodyReader(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  byte[] read(Context ctx) {
    if (ctx.req().getContentLengthLong() > maxBytes) {
      throw new BodyTooLarge(maxBytes);
    }
    byte[] body = readUpTo(ctx, maxBytes + 1);
    if (body.length > maxBytes) {
      throw new BodyTooLarge(maxBytes);
    }
    return body;
  }

  private static byte[] readUpTo(Context ctx, int limit) {
    try {
      return ctx.req().getInputStream().readNBytes(limit);
    } catch (IOException e) {
      throw new InvalidRequest(List.of(new Problem("body", "Body could not be read to its end")));
    }
  }
}
