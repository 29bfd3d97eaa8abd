package dev.poscart.web;

import dev.poscart.domain.model.SignedSnapshot;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The body of a request. A large one is decoded and parsed only when it is needed, which is after
 * the caller is known.
 */
final class ReceivedBody {

  static final ReceivedBody NONE = of(new byte[0], ReceivedJson.NONE);

  private final Supplier<Content> later;
  private Optional<Content> content = Optional.empty();

  private static final class Content {

    final byte[] bytes;
    final ReceivedJson json;

    Content(byte[] bytes, ReceivedJson json) {
      this.bytes = bytes;
      this.json = json;
    }
  }

  /** Decodes and parses a body. */
  interface Reader {

    byte[] decoded();

    ReceivedJson parsed(byte[] decoded);
  }

  private ReceivedBody(Supplier<Content> later) {
    this.later = later;
  }

  static ReceivedBody of(byte[] bytes, ReceivedJson json) {
    Content known = new Content(bytes, json);
    return new ReceivedBody(() -> known);
  }

  /** A body that is read when it is needed. */
  static ReceivedBody later(Reader reader) {
    return new ReceivedBody(
        () -> {
          byte[] decoded = reader.decoded();
          return new Content(decoded, reader.parsed(decoded));
        });
  }

  /** Reads the body now; the caller learns at once what is wrong with it. */
  ReceivedBody now() {
    content();
    return this;
  }

  /**
   * The decoded bytes, neither copied nor to be modified; empty if there is no body or it was not
   * read.
   */
  byte[] bytes() {
    return content().bytes;
  }

  /** The JSON value; empty if there is no body, or only {@code null}. */
  Optional<Json> json() {
    return content().json.payload();
  }

  /** What came signed beside the JSON value: a cart, or numbers. */
  Optional<SignedSnapshot> snapshot() {
    return content().json.snapshot();
  }

  /** The unsigned numbers beside the JSON value. */
  Optional<Json> numbers() {
    return content().json.numbers();
  }

  private synchronized Content content() {
    if (content.isEmpty()) {
      content = Optional.of(later.get());
    }
    return content.get();
  }
}
