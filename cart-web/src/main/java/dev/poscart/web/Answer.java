package dev.poscart.web;

import dev.poscart.domain.model.StoredResponse;
import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.HttpOutput;

/** A complete response: status, headers and body. */
final class Answer {

  static final String JSON = "application/json";
  static final String ETAG = "ETag";

  private final int status;
  private final Map<String, String> headers;
  private final String contentType;
  private final byte[] body;
  private final boolean compressible;

  Answer(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, JSON, body, false);
  }

  private Answer(
      int status,
      Map<String, String> headers,
      String contentType,
      byte[] body,
      boolean compressible) {
    this.status = status;
    this.headers = headers;
    this.contentType = contentType;
    this.body = body;
    this.compressible = compressible;
  }

  static Answer of(int status, byte[] body) {
    return new Answer(status, Map.of(), body);
  }

  /** A response with text other than JSON. */
  static Answer text(String contentType, String text) {
    return new Answer(200, Map.of(), contentType, text.getBytes(StandardCharsets.UTF_8), false);
  }

  /** A response with the contents of a file. */
  static Answer file(String contentType, byte[] content) {
    return new Answer(200, Map.of(), contentType, content, false);
  }

  /** Restores a response from the idempotency store. */
  static Answer of(StoredResponse stored) {
    Answer answer = of(stored.status(), stored.body().getBytes(StandardCharsets.UTF_8));
    return stored.version().map(version -> answer.with(ETAG, version)).orElse(answer);
  }

  /** Converts this response, which must be JSON, for the idempotency store. */
  StoredResponse toStored() {
    return new StoredResponse(
        status, Optional.ofNullable(headers.get(ETAG)), new String(body, StandardCharsets.UTF_8));
  }

  /** This response with one more header. */
  Answer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, contentType, body, compressible);
  }

  /** The same, compressed if it is long and the client accepts gzip. */
  Answer compressible() {
    return new Answer(status, headers, contentType, body, true);
  }

  /**
   * Applies {@code If-None-Match} to the response to a GET: 304 without a body if the tags match
   * its entity tag.
   */
  Answer unlessKnown(Optional<EntityTags> tags) {
    Optional<String> etag = Optional.ofNullable(headers.get(ETAG)).filter(tag -> status == 200);
    return etag.isPresent() && tags.isPresent() && tags.get().weaklyMatch(etag.get())
        ? new Answer(304, headers, contentType, new byte[0], false)
        : this;
  }

  int status() {
    return status;
  }

  /** The body; neither copied nor to be modified. */
  byte[] body() {
    return body;
  }

  void send(Context ctx) {
    headers.forEach(ctx::header);
    ctx.status(status).contentType(contentType);
    byte[] sent = body;
    if (compressible) {
      ctx.header("Vary", "Accept-Encoding");
      if (body.length >= Gzip.MIN_BYTES && Gzip.isAccepted(ctx)) {
        ctx.header("Content-Encoding", "gzip");
        sent = Gzip.compressed(body);
      }
    }
    write(ctx, sent);
  }

  /** Sends the body as it is: Javalin and Jetty would copy it into buffers of their own first. */
  private static void write(Context ctx, byte[] body) {
    try {
      ServletOutputStream out = ctx.res().getOutputStream();
      if (body.length > 0 && out instanceof HttpOutput jetty) {
        jetty.sendContent(ByteBuffer.wrap(body));
      } else {
        out.write(body);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot send the response", e);
    }
  }
}
