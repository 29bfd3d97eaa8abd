package dev.poscart.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Answers requests that match no route: 307 if the path only has an extra trailing slash, 405 for a
 * known path with another method, otherwise 404. These responses have no envelope.
 */
final class UnknownRoutes {

  private record Known(HandlerType method, Pattern path) {}

  private final List<Known> routes;

  UnknownRoutes(List<Route> routes) {
    this.routes = routes.stream().map(route -> new Known(route.method(), route.pattern())).toList();
  }

  void answer(Context ctx) {
    String path = ctx.req().getRequestURI();
    Set<String> methods = methods(path);
    if (!methods.isEmpty()) {
      ctx.header("Allow", String.join(", ", methods));
      detail(405, "Method Not Allowed").send(ctx);
      return;
    }
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    if (methods(trimmed).isEmpty()) {
      notFound().send(ctx);
    } else {
      String query = Optional.ofNullable(ctx.queryString()).map(text -> "?" + text).orElse("");
      ctx.header("Location", trimmed + query);
      ctx.status(307);
    }
  }

  /** 404 without further detail. */
  static Answer notFound() {
    return detail(404, "Not Found");
  }

  private Set<String> methods(String path) {
    Set<String> methods = new TreeSet<>();
    for (Known route : routes) {
      if (route.path().matcher(path).matches()) {
        methods.add(route.method().name());
        if (HandlerType.GET.equals(route.method())) {
          methods.add(HandlerType.HEAD.name());
        }
      }
    }
    return methods;
  }

  private static Answer detail(int status, String text) {
    return Answer.of(
        status,
        JsonText.bytes(
            out -> {
              out.writeStartObject();
              out.writeStringField("detail", text);
              out.writeEndObject();
            }));
  }
}
