package dev.poscart.web;

import dev.poscart.web.load.RequestMemory;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/**
 * Reads request bodies up to a maximum length, whatever {@code Content-Length} claims, and decodes
 * them.
 */
final class BodyReader {

  private final int maxBytes;

  BodyReader(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  ReceivedBody read(Context ctx) {
    long length = ctx.req().getContentLengthLong();
    if (length > maxBytes) {
      throw TransportRefusal.bodyTooLarge(maxBytes);
    }
    // A known length saves a buffer for the longest body.
    byte[] body = readUpTo(ctx, length < 0 ? maxBytes + 1 : (int) length);
    if (body.length > maxBytes) {
      throw TransportRefusal.bodyTooLarge(maxBytes);
    }
    return body.length == 0 ? ReceivedBody.NONE : understood(ctx, body);
  }

  private ReceivedBody understood(Context ctx, byte[] sent) {
    ContentCoding.checkTransfer(Collections.list(ctx.req().getHeaders("Transfer-Encoding")));
    ContentCoding coding =
        ContentCoding.of(Collections.list(ctx.req().getHeaders("Content-Encoding")));
    RequestMemory memory = RequestMemory.of(ctx.req()::getAttribute);
    byte[] body = new BodyDecoder(maxBytes, memory).decode(sent, coding);
    return new ReceivedBody(body, new JsonReader(memory::take).read(body));
  }

  private static byte[] readUpTo(Context ctx, int limit) {
    try {
      return ctx.req().getInputStream().readNBytes(limit);
    } catch (IOException e) {
      throw new InvalidRequest(List.of(new Problem("body", "Body could not be read to its end")));
    }
  }
}
