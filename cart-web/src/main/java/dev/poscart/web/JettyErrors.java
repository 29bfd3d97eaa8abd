package dev.poscart.web;

import dev.poscart.domain.model.Refusal;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What the server itself refuses, before any route: requests that are no HTTP, headers too long,
 * requests that come while it shuts down. They get the same envelope as everything else.
 */
final class JettyErrors extends ErrorHandler {

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      Throwable cause,
      Callback callback) {
    fill(status, response.getHeaders());
    if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    response.write(true, envelope(status), callback);
  }

  private static void fill(int status, HttpFields.Mutable fields) {
    fields.put(new HttpField(HttpHeader.CONTENT_TYPE, Answer.JSON));
    CarefulHeaders.ALL.forEach(fields::put);
    if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
      fields.put(HttpHeader.RETRY_AFTER, "1");
    }
  }

  private static ByteBuffer envelope(int status) {
    ErrorReply reply = ErrorReply.http(status, HttpStatus.getMessage(status), userError(status));
    return ByteBuffer.wrap(reply.bytes(Language.JAPANESE));
  }

  private static UserError userError(int status) {
    if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
      return UserError.SHUTTING_DOWN;
    }
    return status < 500 ? UserError.of(Refusal.INVALID_INPUT) : UserError.UNEXPECTED;
  }
}
