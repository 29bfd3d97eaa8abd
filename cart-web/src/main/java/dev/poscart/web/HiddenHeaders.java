package dev.poscart.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Hides headers that would make Javalin deviate from the documented API: override the method, look
 * for a WebSocket, or answer a change with 304 without a body.
 */
final class HiddenHeaders extends Handler.Wrapper {

  private static final String IF_NONE_MATCH = "If-None-Match";
  private static final List<String> NAMES =
      List.of("X-HTTP-Method-Override", "Sec-WebSocket-Version", IF_NONE_MATCH);

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HttpFields sent = request.getHeaders();
    if (NAMES.stream().noneMatch(sent::contains)) {
      return super.handle(request, response, callback);
    }
    HttpFields.Mutable shown = HttpFields.build(sent);
    NAMES.forEach(shown::remove);
    Request hiding =
        new Request.Wrapper(request) {
          @Override
          public HttpFields getHeaders() {
            return shown;
          }
        };
    hiding.setAttribute(IF_NONE_MATCH, sent.getValuesList(IF_NONE_MATCH));
    return super.handle(hiding, response, callback);
  }

  /** All lines of {@code If-None-Match}. */
  static List<String> ifNoneMatch(HttpServletRequest request) {
    return request.getAttribute(IF_NONE_MATCH) instanceof List<?> lines
        ? lines.stream().map(String::valueOf).toList()
        : List.of();
  }
}
