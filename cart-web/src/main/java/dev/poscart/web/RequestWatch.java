package dev.poscart.web;

import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import java.time.Duration;
import java.util.Optional;

/**
 * Reports each request to the observer by the path of its route, not the path in the request, and
 * ends its trace.
 */
final class RequestWatch implements RequestLogger {

  private static final String ATTRIBUTE = RequestWatch.class.getName();
  private static final String TRACE = RequestTracer.class.getName();
  private static final float NANOS_PER_MILLI = 1_000_000;

  private final RequestObserver observer;
  private final RequestLogger next;

  /**
   * @param next also called for each request
   */
  RequestWatch(RequestObserver observer, RequestLogger next) {
    this.observer = observer;
    this.next = next;
  }

  /** Notes the route of the request. */
  static void routed(Context ctx, String path) {
    ctx.attribute(ATTRIBUTE, path);
  }

  /** Notes the trace of the request, which ends with it. */
  static void traced(Context ctx, RequestTracer.Trace trace) {
    ctx.attribute(TRACE, trace);
  }

  @Override
  public void handle(Context ctx, Float milliseconds) throws Exception {
    Optional<String> route = Optional.ofNullable(ctx.attribute(ATTRIBUTE));
    observer.requestEnded(
        route.isPresent() ? ctx.method().name() : "OTHER",
        route.orElse("none"),
        ctx.statusCode(),
        Duration.ofNanos((long) (milliseconds * NANOS_PER_MILLI)));
    Optional<RequestTracer.Trace> trace = Optional.ofNullable(ctx.attribute(TRACE));
    trace.ifPresent(begun -> begun.end(ctx.statusCode()));
    next.handle(ctx, milliseconds);
  }
}
