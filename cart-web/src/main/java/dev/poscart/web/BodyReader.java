package dev.poscart.web;

import dev.poscart.web.load.RequestMemory;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads request bodies up to a maximum length, whatever {@code Content-Length} claims, and decodes
 * them.
 */
final class BodyReader {

  /** Longer bodies, and compressed ones, are decoded and parsed only for callers that are known. */
  private static final int MAX_BYTES_AT_ONCE = 65_536;

  private final int maxBytes;
  private final boolean carried;

  BodyReader(int maxBytes) {
    this(maxBytes, false);
  }

  /**
   * @param carried whether a body may consist of a carried cart and the payload
   */
  BodyReader(int maxBytes, boolean carried) {
    this.maxBytes = maxBytes;
    this.carried = carried;
  }

  /** Whether a request may bring a carried cart, also on a route that has no payload. */
  boolean takesCarts() {
    return carried;
  }

  ReceivedBody read(Context ctx) {
    return coded(() -> received(ctx));
  }

  /** Refusals have kugelpos's code for requests that may bring a cart, if this is one of them. */
  private <T> T coded(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (TransportRefusal refusal) {
      throw carried ? refusal.ofCarrying() : refusal;
    }
  }

  private byte[] decoded(BodyDecoder decoder, byte[] sent, ContentCoding coding) {
    try {
      return coded(() -> decoder.decode(sent, coding));
    } catch (InvalidRequest malformed) {
      throw carried ? TransportRefusal.malformed().ofCarrying() : malformed;
    }
  }

  private ReceivedBody received(Context ctx) {
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

  /** Reads the body of a route without payload, where only a carried cart counts. */
  ReceivedBody readCart(Context ctx) {
    return isJson(ctx) ? read(ctx) : ReceivedBody.NONE;
  }

  private ReceivedBody understood(Context ctx, byte[] sent) {
    ContentCoding.checkTransfer(Collections.list(ctx.req().getHeaders("Transfer-Encoding")));
    ContentCoding coding =
        ContentCoding.of(Collections.list(ctx.req().getHeaders("Content-Encoding")));
    RequestMemory memory = RequestMemory.of(ctx.req()::getAttribute);
    JsonReader json = new JsonReader(memory::take);
    boolean wrapped = carried && isJson(ctx);
    ReceivedBody body =
        ReceivedBody.later(
            new ReceivedBody.Reader() {
              @Override
              public byte[] decoded() {
                return BodyReader.this.decoded(new BodyDecoder(maxBytes, memory), sent, coding);
              }

              @Override
              public ReceivedJson parsed(byte[] decoded) {
                return wrapped ? json.readWrapped(decoded) : ReceivedJson.of(json.read(decoded));
              }
            });
    boolean later =
        carried && (sent.length > MAX_BYTES_AT_ONCE || coding != ContentCoding.IDENTITY);
    return later ? body : body.now();
  }

  /** Whether the client says so, or nothing. */
  private static boolean isJson(Context ctx) {
    return Optional.ofNullable(ctx.req().getContentType())
        .map(type -> type.toLowerCase(Locale.ROOT).contains(Answer.JSON))
        .orElse(true);
  }

  private static byte[] readUpTo(Context ctx, int limit) {
    try {
      return ctx.req().getInputStream().readNBytes(limit);
    } catch (IOException e) {
      throw new InvalidRequest(List.of(new Problem("body", "Body could not be read to its end")));
    }
  }
}
