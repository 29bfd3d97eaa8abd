package dev.poscart.web;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * What accompanies a request from its first to its last line in the log.
 *
 * @param requestId the terminal's own if it sent a sane one, so that both logs can be compared
 */
record RequestScope(String requestId, Language language) {

  private static final String HEADER = "X-Request-Id";
  private static final String LOG_KEY = "requestId";
  private static final String ATTRIBUTE = RequestScope.class.getName();
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** Begins a request: its id goes into the answer's headers. */
  static void begin(Context ctx) {
    String requestId =
        Optional.ofNullable(ctx.header(HEADER))
            .filter(id -> SANE.matcher(id).matches())
            .orElseGet(() -> UUID.randomUUID().toString());
    Language language = Language.of(Optional.ofNullable(ctx.header("Accept-Language")));
    ctx.attribute(ATTRIBUTE, new RequestScope(requestId, language));
    ctx.header(HEADER, requestId);
    CarefulHeaders.ALL.forEach(ctx::header);
  }

  /** The scope of a request; a new one if the request failed before it began. */
  static RequestScope of(Context ctx) {
    Optional<RequestScope> begun = Optional.ofNullable(ctx.attribute(ATTRIBUTE));
    return begun.orElseGet(() -> new RequestScope("-", Language.JAPANESE));
  }

  /** The answer to a failure, logged under the request's id where it is worth a line. */
  Answer failed(Throwable failure) {
    return logged(() -> Failures.reply(failure)).render(language);
  }

  /** Runs with the request's id in each log line. */
  <T> T logged(Supplier<T> body) {
    MDC.put(LOG_KEY, requestId);
    try {
      return body.get();
    } finally {
      MDC.remove(LOG_KEY);
    }
  }
}
