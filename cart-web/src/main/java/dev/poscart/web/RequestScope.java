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
 * The context of a request: its id for log lines, and the language of the response.
 *
 * @param requestId the client's own if it is 1 to 64 letters, digits, {@code .}, {@code _} or
 *     {@code -}, so that both logs can be compared; otherwise random
 * @param traceId for log lines, if the request is traced
 */
record RequestScope(String requestId, Language language, Optional<String> traceId) {

  private static final String HEADER = "X-Request-Id";
  private static final String ACCEPT_LANGUAGE = "Accept-Language";
  private static final String LOG_KEY = "requestId";
  private static final String TRACE_LOG_KEY = "traceId";
  private static final String ATTRIBUTE = RequestScope.class.getName();
  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** Starts the scope of a request and adds the headers common to all responses. */
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

  /** The scope of a request that Jetty answers itself; creates one if none has been started. */
  static RequestScope of(Request request) {
    HttpFields sent = request.getHeaders();
    return request.getAttribute(ATTRIBUTE) instanceof RequestScope begun
        ? begun
        : of(Optional.ofNullable(sent.get(HEADER)), sent.getValuesList(ACCEPT_LANGUAGE));
  }

  /** The scope of a request of which only the response is available. */
  static RequestScope of(HttpServletResponse response) {
    return of(Optional.ofNullable(response.getHeader(HEADER)), List.of());
  }

  private static RequestScope of(Optional<String> requestId, List<String> acceptLanguage) {
    return new RequestScope(
        requestId
            .filter(id -> ACCEPTED.matcher(id).matches())
            .orElseGet(() -> UUID.randomUUID().toString()),
        Language.of(acceptLanguage),
        Optional.empty());
  }

  /** The same scope with its trace, also for what comes later in the request. */
  RequestScope traced(Context ctx, Optional<String> id) {
    if (id.isEmpty()) {
      return this;
    }
    RequestScope scope = new RequestScope(requestId, language, id);
    ctx.attribute(ATTRIBUTE, scope);
    return scope;
  }

  /** Writes the headers common to all responses. */
  void writeHeaders(BiConsumer<String, String> header) {
    header.accept(HEADER, requestId);
    SecurityHeaders.ALL.forEach(header);
  }

  /** The response to a failure; logs the failure under the request id where necessary. */
  Answer failed(Throwable failure) {
    return logged(() -> Failures.reply(failure)).render(language);
  }

  /** Runs code with the request id in each log line. */
  <T> T logged(Supplier<T> body) {
    MDC.put(LOG_KEY, requestId);
    traceId.ifPresent(id -> MDC.put(TRACE_LOG_KEY, id));
    try {
      return body.get();
    } finally {
      MDC.remove(LOG_KEY);
      MDC.remove(TRACE_LOG_KEY);
    }
  }
}
