package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.model.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * An error response. Kugelpos names the user's error {@code user_error} here, but {@code userError}
 * in successful responses; errors of the transport have both, since terminals look for either.
 *
 * @param source the handler that answers, named as in kugelpos
 * @param message technical text; not stable
 * @param retryAfter when to retry a 503, a 429 or a request that is still in progress
 */
record ErrorReply(
    int status,
    Source source,
    String message,
    UserError userError,
    Optional<String> data,
    Duration retryAfter) {

  private static final Duration SOON = Duration.ofSeconds(1);

  /** The handlers that kugelpos names in {@code operation}. */
  enum Source {
    BUSINESS("app_exception_handler"),
    HTTP("http_exception_handler"),
    TRANSPORT("http_exception_handler"),
    VALIDATION("validation_exception_handler"),
    UNEXPECTED("exception_handler");

    private final String wireName;

    Source(String wireName) {
      this.wireName = wireName;
    }
  }

  ErrorReply(
      int status, Source source, String message, UserError userError, Optional<String> data) {
    this(status, source, message, userError, data, SOON);
  }

  /** A peer service or the database is unavailable. */
  static ErrorReply unavailable(
      String message, UserError userError, Optional<Duration> retryAfter) {
    return new ErrorReply(
        503, Source.BUSINESS, message, userError, Optional.empty(), retryAfter.orElse(SOON));
  }

  /** Too many failed authentications; the client has to wait. */
  static ErrorReply tooManyFailures(String message, Duration retryAfter) {
    return new ErrorReply(
        429,
        Source.HTTP,
        message,
        UserError.TOO_MANY_FAILURES,
        Optional.of("429: " + message),
        retryAfter);
  }

  /** A refusal of the business logic. */
  static ErrorReply business(int status, String message, UserError userError) {
    return new ErrorReply(status, Source.BUSINESS, message, userError, Optional.empty());
  }

  /** An error of the HTTP layer; {@code data} repeats status and message. */
  static ErrorReply http(int status, String message, UserError userError) {
    return new ErrorReply(
        status, Source.HTTP, message, userError, Optional.of(status + ": " + message));
  }

  /** An error of the transport, with the user's error under both names. */
  static ErrorReply transport(int status, String message, UserError userError) {
    return new ErrorReply(
        status, Source.TRANSPORT, message, userError, Optional.of(status + ": " + message));
  }

  Answer render(Language language) {
    Answer answer = Answer.of(status, bytes(language));
    if (status == 415) {
      return answer.with("Accept-Encoding", ContentCoding.ACCEPTED);
    }
    return mayBeRepeated() ? answer.with("Retry-After", String.valueOf(retrySeconds())) : answer;
  }

  private boolean mayBeRepeated() {
    return status == 503
        || status == 429
        || userError.equals(UserError.of(Refusal.REQUEST_IN_PROGRESS));
  }

  /** Whole seconds, rounded up, so that no client retries too early. */
  private long retrySeconds() {
    return Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds());
  }

  byte[] bytes(Language language) {
    return JsonText.bytes(out -> write(out, language));
  }

  private void write(JsonGenerator out, Language language) throws IOException {
    out.writeStartObject();
    out.writeBooleanField("success", false);
    out.writeNumberField("code", status);
    out.writeStringField("message", message);
    writeUserError(out, "user_error", language);
    if (source == Source.TRANSPORT) {
      writeUserError(out, "userError", language);
    }
    JsonText.text(out, "data", data);
    out.writeNullField("metadata");
    out.writeStringField("operation", source.wireName);
    out.writeEndObject();
  }

  private void writeUserError(JsonGenerator out, String name, Language language)
      throws IOException {
    out.writeObjectFieldStart(name);
    out.writeStringField("code", userError.code());
    out.writeStringField("message", userError.text(language));
    out.writeEndObject();
  }
}
