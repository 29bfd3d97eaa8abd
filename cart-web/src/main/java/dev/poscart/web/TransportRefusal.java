package dev.poscart.web;

import dev.poscart.domain.model.Refusal;
import java.io.Serial;

/**
 * What is wrong with a request is not what it asks for but how it was sent; nothing was done.
 * Answers to these have the user's error under both spellings, as those of the server itself.
 */
final class TransportRefusal extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final transient UserError userError;

  private TransportRefusal(int status, String message, UserError userError) {
    super(message, null, false, false);
    this.status = status;
    this.userError = userError;
  }

  /** The body is longer than the server reads, as it was sent or once it is decoded. */
  static TransportRefusal bodyTooLarge(int maxBytes) {
    return new TransportRefusal(
        413,
        "Request body too large (expected: at most " + maxBytes + " bytes)",
        UserError.of(Refusal.INVALID_INPUT));
  }

  /** The body is encoded in a way that is not read. */
  static TransportRefusal unsupportedCoding(String given) {
    return new TransportRefusal(
        415,
        "Unsupported Content-Encoding: " + given + " (expected: gzip or deflate, once)",
        UserError.of(Refusal.INVALID_INPUT));
  }

  /** There is no memory for the decoded body now. */
  static TransportRefusal overloaded() {
    return new TransportRefusal(503, "Service Unavailable", UserError.OVERLOADED);
  }

  ErrorReply reply() {
    return ErrorReply.transport(status, String.valueOf(getMessage()), userError);
  }
}
