package dev.poscart.web;

import dev.poscart.domain.model.Refusal;
import java.io.Serial;

/**
 * Thrown when a request is refused because of how it was sent, not because of what it asks for.
 * Nothing has been changed. The response has the user's error under both names, like errors of the
 * server itself.
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

  /** The body exceeds the maximum length, as received or after decoding. */
  static TransportRefusal bodyTooLarge(int maxBytes) {
    return new TransportRefusal(
        413,
        "Request body too large (expected: at most " + maxBytes + " bytes)",
        UserError.of(Refusal.INVALID_INPUT));
  }

  /** The encoding of the body is not supported. */
  static TransportRefusal unsupportedCoding(String given) {
    return new TransportRefusal(
        415,
        "Unsupported Content-Encoding: " + given + " (expected: gzip, deflate or br, once)",
        UserError.of(Refusal.INVALID_INPUT));
  }

  /** The body is not in the encoding that the request names. */
  static TransportRefusal malformed() {
    return new TransportRefusal(
        400, "Malformed compressed request body", UserError.of(Refusal.INVALID_INPUT));
  }

  /** The body was encoded for its transfer, in a way that is not undone here. */
  static TransportRefusal unsupportedTransferCoding(String given) {
    return new TransportRefusal(
        415,
        "Unsupported Transfer-Encoding: " + given + " (expected: chunked)",
        UserError.of(Refusal.INVALID_INPUT));
  }

  /** There is currently no memory for the decoded body. */
  static TransportRefusal overloaded() {
    return new TransportRefusal(503, "Service Unavailable", UserError.OVERLOADED);
  }

  /** The same with kugelpos's code for requests that may bring a cart. */
  TransportRefusal ofCarrying() {
    return status == 503
        ? this
        : new TransportRefusal(
            status, String.valueOf(getMessage()), UserError.of(Refusal.BODY_NOT_TAKEN));
  }

  ErrorReply reply() {
    return ErrorReply.transport(status, String.valueOf(getMessage()), userError);
  }
}
