package dev.poscart.web;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.slf4j.MDC;

/**
 * What accompanies a request from its first to its last line in the log.
 *
 * @param requestId the caller's own if it is 1 to 64 letters, digits, {@code .}, {@code _} or
 *     {@code -}, so that both logs can be compared; else a random one
 */
record RequestScope(String requestId, Language language) {

  private static final String HEADER = "X-Request-Id";
  private static final String ACCEPT_LANGUAGE = "Accept-Language";
  private static final String LOG_KEY = "requestId";
  private static final String ATTRIBUTE = RequestScope.class.getName();
  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** Begins a request, and gives its answer the headers that every answer has. */
  static void begin(Context ctx) {
    RequestScope scope = of(ctx);
    ctx.attribute(ATTRIBUTE, scope);
    scope.writeHeaders(ctx::header);
  }

  static RequestScope of(Context ctx) {
    Optional<RequestScope> begun = Optional.ofNullable(ctx.attribute(ATTRIBUTE));
    return begun.orElseGet(
        () ->
            of(
                Optional.ofNullable(ctx.header(HEADER)),
                Collections.list(ctx.req().getHeaders(ACCEPT_LANGUAGE))));
  }

  /** The scope of a request that the server answers itself, whether or not it had begun. */
  static RequestScope of(Request request) {
    HttpFields sent = request.getHeaders();
    return request.getAttribute(ATTRIBUTE) instanceof RequestScope begun
        ? begun
        : of(Optional.ofNullable(sent.get(HEADER)), sent.getValuesList(ACCEPT_LANGUAGE));
  }

  /** The scope of a request of which nothing but the begun answer is at hand. */
  static RequestScope of(HttpServletResponse response) {
    return of(Optional.ofNullable(response.getHeader(HEADER)), List.of());
  }

  private static RequestScope of(Optional<String> requestId, List<String> acceptLanguage) {
    return new RequestScope(
        requestId
            .filter(id -> ACCEPTED.matcher(id).matches())
            .orElseGet(() -> UUID.randomUUID().toString()),
        Language.of(acceptLanguage));
  }

  /** The headers that every answer has. */
  void writeHeaders(BiConsumer<String, String> header) {
    header.accept(HEADER, requestId);
    SecurityHeaders.ALL.forEach(header);
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
