package dev.poscart.web;

import dev.poscart.domain.model.StoredResponse;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A finished answer. */
final class Answer {

  static final String JSON = "application/json";
  static final String ETAG = "ETag";

  private final int status;
  private final Map<String, String> headers;
  private final String contentType;
  private final byte[] body;

  Answer(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, JSON, body);
  }

  private Answer(int status, Map<String, String> headers, String contentType, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.contentType = contentType;
    this.body = body;
  }

  static Answer of(int status, byte[] body) {
    return new Answer(status, Map.of(), body);
  }

  /** A text that is not JSON. */
  static Answer text(String contentType, String text) {
    return new Answer(200, Map.of(), contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file. */
  static Answer file(String contentType, byte[] content) {
    return new Answer(200, Map.of(), contentType, content);
  }

  /** An answer that was given before. */
  static Answer of(StoredResponse stored) {
    Answer answer = of(stored.status(), stored.body().getBytes(StandardCharsets.UTF_8));
    return stored.version().map(version -> answer.with(ETAG, version)).orElse(answer);
  }

  /** What makes the same answer again; it must be JSON. */
  StoredResponse toStored() {
    return new StoredResponse(
        status, Optional.ofNullable(headers.get(ETAG)), new String(body, StandardCharsets.UTF_8));
  }

  /** The same answer with one more header. */
  Answer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, contentType, body);
  }

  /**
   * The answer to a read under {@code If-None-Match}: 304 without a body if the tags name what
   * would be read.
   */
  Answer unlessKnown(Optional<EntityTags> tags) {
    Optional<String> etag = Optional.ofNullable(headers.get(ETAG)).filter(tag -> status == 200);
    return etag.isPresent() && tags.isPresent() && tags.get().weaklyMatch(etag.get())
        ? new Answer(304, headers, contentType, new byte[0])
        : this;
  }

  int status() {
    return status;
  }

  /** The text; not copied, not to be changed. */
  byte[] body() {
    return body;
  }

  void send(Context ctx) {
    headers.forEach(ctx::header);
    ctx.status(status).contentType(contentType).result(body);
  }
}
