package dev.poscart.web;

import dev.poscart.domain.port.Stages;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Handles the requests of one route: reads the body, runs the action and writes the response within
 * the request timeout. Responses are rendered and written on threads that may be held up, whatever
 * thread completes the action.
 */
final class Endpoint implements Handler {

  /** The action of a route; may throw instead of returning a failed stage. */
  @FunctionalInterface
  interface Action {
    CompletionStage<Renderable> run(ApiRequest request);
  }

  private final Route route;
  private final BodyReader bodies;
  private final Duration timeout;
  private final Executor webThreads;
  private final RequestTracer tracer;

  Endpoint(
      Route route, BodyReader bodies, Duration timeout, Executor webThreads, RequestTracer tracer) {
    this.route = route;
    this.bodies = bodies;
    this.timeout = timeout;
    this.webThreads = webThreads;
    this.tracer = tracer;
  }

  @Override
  public void handle(Context ctx) {
    RequestWatch.routed(ctx, route.path());
    RequestTracer.Trace trace =
        tracer.begin(
            ctx.method().name(), route.path(), name -> Optional.ofNullable(ctx.header(name)));
    RequestWatch.traced(ctx, trace);
    RequestScope scope = RequestScope.of(ctx).traced(ctx, trace.traceId());
    CompletableFuture<Answer> answer =
        start(ctx, trace)
            .toCompletableFuture()
            // The copy times out, not the original: others may be waiting for the same work.
            .copy()
            .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .thenApplyAsync(Renderable::render, webThreads)
            .exceptionallyAsync(failure -> scope.failed(failure), webThreads);
    ctx.future(() -> answer.thenAccept(ready -> unlessKnown(ctx, ready).send(ctx)));
  }

  /**
   * Applies {@code If-None-Match}, so that a client that has the current version need not read it
   * again.
   */
  private Answer unlessKnown(Context ctx, Answer answer) {
    return route.method().equals(HandlerType.GET)
        ? answer.unlessKnown(EntityTags.parse(HiddenHeaders.ifNoneMatch(ctx.req())))
        : answer;
  }

  private CompletionStage<Renderable> start(Context ctx, RequestTracer.Trace trace) {
    return Stages.attempt(
        () ->
            trace.run(
                route.useCase(), () -> route.action().run(new ApiRequest(ctx, route, body(ctx)))));
  }

  private ReceivedBody body(Context ctx) {
    return switch (route.body()) {
      case PAYLOAD -> bodies.read(ctx);
      case CART_ONLY -> bodies.takesCarts() ? bodies.readCart(ctx) : ReceivedBody.NONE;
      case NONE -> ReceivedBody.NONE;
    };
  }
}
