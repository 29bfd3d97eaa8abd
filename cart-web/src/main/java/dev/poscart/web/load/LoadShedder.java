package dev.poscart.web.load;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Refuses requests with 503 because of overload. */
final class LoadShedder {

  private final LoadCounters counters;

  LoadShedder(LoadCounters counters) {
    this.counters = counters;
  }

  void refuse(Request request, Response response, Callback callback) {
    counters.refusedOne();
    request.setAttribute(LoadGuard.OVERLOADED, true);
    Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
  }
}
