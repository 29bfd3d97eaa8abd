package dev.poscart.web;

import java.util.Optional;

/** The body of a request, decoded. */
final class ReceivedBody {

  static final ReceivedBody NONE = new ReceivedBody(new byte[0], Optional.empty());

  private final byte[] bytes;
  private final Optional<Json> json;

  ReceivedBody(byte[] bytes, Optional<Json> json) {
    this.bytes = bytes;
    this.json = json;
  }

  /** Not copied, not to be changed; empty if there is no body, or none was read. */
  byte[] bytes() {
    return bytes;
  }

  /** What the bytes say; empty if there is no body, or only {@code null}. */
  Optional<Json> json() {
    return json;
  }
}
