package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * An error in its envelope. Terminals find the user's error under {@code user_error} here, and only
 * here: successes have {@code userError}.
 *
 * @param source which part of the service answers, by the name that terminals know
 * @param message technical text; not stable
 */
record ErrorReply(
    int status, Source source, String message, UserError userError, Optional<String> data) {

  /** Who makes an error answer. */
  enum Source {
    BUSINESS("app_exception_handler"),
    HTTP("http_exception_handler"),
    VALIDATION("validation_exception_handler"),
    UNEXPECTED("exception_handler");

    private final String wireName;

    Source(String wireName) {
      this.wireName = wireName;
    }
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

  Answer render(Language language) {
    Map<String, String> headers = status == 503 ? Map.of("Retry-After", "1") : Map.of();
    return new Answer(status, headers, bytes(language));
  }

  byte[] bytes(Language language) {
    return JsonText.bytes(out -> write(out, language));
  }

  private void write(JsonGenerator out, Language language) throws IOException {
    out.writeStartObject();
    out.writeBooleanField("success", false);
    out.writeNumberField("code", status);
    out.writeStringField("message", message);
    out.writeObjectFieldStart("user_error");
    out.writeStringField("code", userError.code());
    out.writeStringField("message", userError.text(language));
    out.writeEndObject();
    JsonText.text(out, "data", data);
    out.writeNullField("metadata");
    out.writeStringField("operation", source.wireName);
    out.writeEndObject();
  }
}
