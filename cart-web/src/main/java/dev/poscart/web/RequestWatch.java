package dev.poscart.web;

import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import java.time.Duration;
import java.util.Optional;

/** Tells the observer of each request under its route's path, never under the caller's. */
final class RequestWatch implements RequestLogger {

  private static final String ATTRIBUTE = RequestWatch.class.getName();
  private static final float NANOS_PER_MILLI = 1_000_000;

  private final RequestObserver observer;
  private final RequestLogger next;

  /**
   * @param next told of each request too
   */
  RequestWatch(RequestObserver observer, RequestLogger next) {
    this.observer = observer;
    this.next = next;
  }

  /** The request has found its route. */
  static void routed(Context ctx, String path) {
    ctx.attribute(ATTRIBUTE, path);
  }

  @Override
  public void handle(Context ctx, Float milliseconds) throws Exception {
    Optional<String> route = Optional.ofNullable(ctx.attribute(ATTRIBUTE));
    observer.requestEnded(
        route.isPresent() ? ctx.method().name() : "OTHER",
        route.orElse("none"),
        ctx.statusCode(),
        Duration.ofNanos((long) (milliseconds * NANOS_PER_MILLI)));
    next.handle(ctx, milliseconds);
  }
}
