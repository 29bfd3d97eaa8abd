package dev.poscart.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Optional;
import java.util.Set;

/**
 * Answers cross-origin requests of browsers (CORS). Without configured origins it adds no headers.
 */
final class Cors implements Handler {

  private static final String ANY = "*";
  private static final String METHODS = "DELETE, GET, HEAD, OPTIONS, PATCH, POST";
  private static final String HEADERS =
      "Accept-Language, Authorization, Content-Encoding, Content-Type, Idempotency-Key, If-Match,"
          + " If-None-Match, X-API-KEY, X-Request-Id";
  private static final String MAX_AGE_SECONDS = "600";

  private final Set<String> origins;

  Cors(Set<String> origins) {
    this.origins = origins;
  }

  @Override
  public void handle(Context ctx) {
    Optional<String> origin = Optional.ofNullable(ctx.header("Origin"));
    if (origins.isEmpty() || origin.isEmpty()) {
      return;
    }
    boolean named = origins.contains(origin.get());
    if (named) {
      ctx.header("Access-Control-Allow-Origin", origin.get());
      ctx.header("Access-Control-Allow-Credentials", "true");
    } else if (origins.contains(ANY)) {
      ctx.header("Access-Control-Allow-Origin", ANY);
    }
    ctx.header("Vary", "Origin");
    ctx.header(
        "Access-Control-Expose-Headers",
        "ETag, Idempotent-Replayed, Retry-After, X-New-Token, X-Request-Id");
    if (isPreflight(ctx)) {
      preflight(ctx, named || origins.contains(ANY));
    }
  }

  private static boolean isPreflight(Context ctx) {
    return HandlerType.OPTIONS.equals(ctx.method())
        && ctx.header("Access-Control-Request-Method") != null;
  }

  private static void preflight(Context ctx, boolean allowed) {
    if (allowed) {
      ctx.header("Access-Control-Allow-Methods", METHODS);
      ctx.header("Access-Control-Allow-Headers", HEADERS);
      ctx.header("Access-Control-Max-Age", MAX_AGE_SECONDS);
    }
    ctx.status(allowed ? 200 : 400).skipRemainingHandlers();
  }
}
