package dev.poscart.web;

import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs each request at debug level: method, path, status and duration. Bodies, parameters and
 * headers are never logged.
 */
final class AccessLog implements RequestLogger {

  private static final Logger log = LoggerFactory.getLogger(AccessLog.class);
  private static final int MAX_PATH = 200;

  @Override
  public void handle(Context ctx, Float milliseconds) {
    if (!log.isDebugEnabled()) {
      return;
    }
    // The raw path is still percent-encoded, so it cannot smuggle a line break into the log.
    String path = ctx.req().getRequestURI();
    String shown = path.length() <= MAX_PATH ? path : path.substring(0, MAX_PATH) + "...";
    RequestScope.of(ctx)
        .logged(
            () -> {
              log.debug(
                  "{} {} {} {} ms",
                  ctx.method(),
                  shown,
                  ctx.statusCode(),
                  milliseconds.longValue());
              return shown;
            });
  }
}
