package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.model.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * An error in its envelope. Terminals find the user's error under {@code user_error}, where
 * successes have {@code userError}; what is refused below the API has both, since terminals look
 * for either there.
 *
 * @param source which part of the service answers, by the name that terminals know
 * @param message technical text; not stable
 * @param retryAfter when a 503 or 429, or what is still in progress, may be asked again
 */
record ErrorReply(
    int status,
    Source source,
    String message,
    UserError userError,
    Optional<String> data,
    Duration retryAfter) {

  private static final Duration SOON = Duration.ofSeconds(1);

  /** Who makes an error answer. */
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

  /** A failure of a peer service. */
  static ErrorReply unavailable(
      String message, UserError userError, Optional<Duration> retryAfter) {
    return new ErrorReply(
        503, Source.BUSINESS, message, userError, Optional.empty(), retryAfter.orElse(SOON));
  }

  /** Whoever asks has to wait. */
  static ErrorReply tooManyFailures(String message, Duration retryAfter) {
    return new ErrorReply(
        429,
        Source.HTTP,
        message,
        UserError.TOO_MANY_FAILURES,
        Optional.of("429: " + message),
        retryAfter);
  }

  /** A business error. */
  static ErrorReply business(int status, String message, UserError userError) {
    return new ErrorReply(status, Source.BUSINESS, message, userError, Optional.empty());
  }

  /** An error of the HTTP layer; repeats status and message as data. */
  static ErrorReply http(int status, String message, UserError userError) {
    return new ErrorReply(
        status, Source.HTTP, message, userError, Optional.of(status + ": " + message));
  }

  /** An error of what is below the API; it has the user's error under both spellings. */
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

  /** Whole seconds, at least one, so that nobody comes back too early. */
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
