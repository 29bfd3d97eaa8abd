package dev.poscart.web;

import io.javalin.http.HandlerType;
import java.util.regex.Pattern;

/**
 * A route: method, path and action.
 *
 * @param path with parameters in braces
 * @param takesBody whether the body is read; otherwise it is ignored
 */
record Route(HandlerType method, String path, boolean takesBody, Endpoint.Action action) {

  /** Matches the raw paths of this route, whatever the method. */
  Pattern pattern() {
    return Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+"));
  }
}
