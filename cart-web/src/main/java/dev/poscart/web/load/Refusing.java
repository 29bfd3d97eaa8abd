package dev.poscart.web.load;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Turns a request away because there is no room for it. */
final class Refusing {

  private final Tally tally;

  Refusing(Tally tally) {
    this.tally = tally;
  }

  void refuse(Request request, Response response, Callback callback) {
    tally.refusedOne();
    request.setAttribute(LoadGuard.OVERLOADED, true);
    Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
  }
}
