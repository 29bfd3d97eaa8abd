package dev.poscart.web;

import dev.poscart.domain.model.Refusal;
import dev.poscart.web.load.LoadGuard;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Renders errors that Jetty reports before a request reaches a route, in the same envelope as other
 * errors: malformed HTTP, oversized headers, overload, shutdown.
 *
 * <p>A request still in progress when the drain timeout expires is answered with 504, since its
 * outcome is unknown.
 */
final class JettyErrors extends ErrorHandler {

  private final GracefulHandler drain;

  JettyErrors(GracefulHandler drain) {
    this.drain = drain;
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int found,
      String message,
      Throwable cause,
      Callback callback) {
    int status = isCutOff(found) ? HttpStatus.GATEWAY_TIMEOUT_504 : found;
    response.setStatus(status);
    boolean overloaded = request.getAttribute(LoadGuard.OVERLOADED) != null;
    RequestScope scope = RequestScope.of(request);
    scope.writeHeaders(response.getHeaders()::put);
    fill(status, response.getHeaders());
    if (!overloaded) {
      // The end of a malformed request is unknown, so the server closes the connection and must say
      // so. Not under load, where a new connection would only add to it; a body may be left unread
      // there.
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    byte[] body = body(request, status, overloaded, scope.language());
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private static byte[] body(Request request, int status, boolean overloaded, Language language) {
    if (HttpMethod.HEAD.is(request.getMethod())) {
      // Jetty would send a body if it could not parse the whole head of the request.
      return new byte[0];
    }
    return status == HttpStatus.NOT_FOUND_404
        ? UnknownRoutes.notFound().body()
        : ErrorReply.transport(status, HttpStatus.getMessage(status), userError(status, overloaded))
            .bytes(language);
  }

  private boolean isCutOff(int status) {
    return status == HttpStatus.INTERNAL_SERVER_ERROR_500 && drain.isShutdown();
  }

  private static void fill(int status, HttpFields.Mutable fields) {
    fields.put(new HttpField(HttpHeader.CONTENT_TYPE, Answer.JSON));
    if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
      fields.put(HttpHeader.RETRY_AFTER, "1");
    }
  }

  private static UserError userError(int status, boolean overloaded) {
    return switch (status) {
      case HttpStatus.SERVICE_UNAVAILABLE_503 ->
          overloaded ? UserError.OVERLOADED : UserError.SHUTTING_DOWN;
      case HttpStatus.REQUEST_TIMEOUT_408, HttpStatus.GATEWAY_TIMEOUT_504 -> UserError.TIMED_OUT;
      default -> status < 500 ? UserError.of(Refusal.INVALID_INPUT) : UserError.UNEXPECTED;
    };
  }
}
