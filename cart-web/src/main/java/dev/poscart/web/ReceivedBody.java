package dev.poscart.web;

import java.util.Optional;

/** The decoded body of a request. */
final class ReceivedBody {

  static final ReceivedBody NONE = new ReceivedBody(new byte[0], Optional.empty());

  private final byte[] bytes;
  private final Optional<Json> json;

  ReceivedBody(byte[] bytes, Optional<Json> json) {
    this.bytes = bytes;
    this.json = json;
  }

  /**
   * The decoded bytes, neither copied nor to be modified; empty if there is no body or it was not
   * read.
   */
  byte[] bytes() {
    return bytes;
  }

  /** The JSON value; empty if there is no body, or only {@code null}. */
  Optional<Json> json() {
    return json;
  }
}
