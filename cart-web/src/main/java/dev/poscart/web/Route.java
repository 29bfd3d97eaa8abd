package dev.poscart.web;

import io.javalin.http.HandlerType;
import java.util.regex.Pattern;

/**
 * A route: method, path and action.
 *
 * @param path with parameters in braces
 * @param body what is read of the body; the rest is ignored
 */
record Route(HandlerType method, String path, Body body, Endpoint.Action action) {

  /** What a route reads of the body of a request. */
  enum Body {
    NONE,
    /** A carried cart, where carts are carried. */
    CART_ONLY,
    /** The payload, and a carried cart where carts are carried. */
    PAYLOAD
  }

  /** A route to read from without a terminal. */
  static Route open(String path, Endpoint.Action action) {
    return new Route(HandlerType.GET, path, Body.NONE, action);
  }

  /** What its action is called in traces: after the last fixed part of the path. */
  String useCase() {
    return "use case " + path.replaceAll("/\\{[^}]+}", "").replaceFirst(".*/", "");
  }

  /** Matches the raw paths of this route, whatever the method. */
  Pattern pattern() {
    return Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+"));
  }
}
