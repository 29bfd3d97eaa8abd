package dev.poscart.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rejects paths with malformed percent-encoding. Jetty lets some of it pass, such as {@code
 * %u0041}, which no decoder behind it understands.
 */
final class RawPath {

  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private RawPath() {}

  static void check(Context ctx) {
    if (BROKEN_ESCAPE.matcher(ctx.req().getRequestURI()).find()) {
      throw new InvalidRequest(List.of(new Problem("path", "Input should be percent-encoded")));
    }
  }
}
