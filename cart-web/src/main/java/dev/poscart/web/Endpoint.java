package dev.poscart.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The way of one request: read the body, run the action, and within the time-out write what came of
 * it. Whatever thread an action completes on, answers are made and written on a web thread.
 */
final class Endpoint implements Handler {

  /** What a route does; may throw instead of failing the stage. */
  @FunctionalInterface
  interface Action {
    CompletionStage<Renderable> run(ApiRequest request);
  }

  private final Route route;
  private final BodyReader bodies;
  private final Duration timeout;
  private final Executor webThreads;

  Endpoint(Route route, BodyReader bodies, Duration timeout, Executor webThreads) {
    this.route = route;
    this.bodies = bodies;
    this.timeout = timeout;
    this.webThreads = webThreads;
  }

  @Override
  public void handle(Context ctx) {
    RequestWatch.routed(ctx, route.path());
    RequestScope scope = RequestScope.of(ctx);
    CompletableFuture<Answer> answer =
        start(ctx)
            .toCompletableFuture()
            // The time-out ends the waiting, not the work, which may be shared.
            .copy()
            .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .thenApplyAsync(Renderable::render, webThreads)
            .exceptionallyAsync(failure -> scope.failed(failure), webThreads);
    ctx.future(() -> answer.thenAccept(ready -> unlessKnown(ctx, ready).send(ctx)));
  }

  /** A reader that names the version it has ({@code If-None-Match}) need not read it again. */
  private Answer unlessKnown(Context ctx, Answer answer) {
    return route.method().equals(HandlerType.GET)
        ? answer.unlessKnown(EntityTags.parse(HiddenHeaders.ifNoneMatch(ctx.req())))
        : answer;
  }

  private CompletionStage<Renderable> start(Context ctx) {
    try {
      ReceivedBody body = route.takesBody() ? bodies.read(ctx) : ReceivedBody.NONE;
      return route.action().run(new ApiRequest(ctx, route, body));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
