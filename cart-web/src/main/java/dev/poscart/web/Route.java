package dev.poscart.web;

import io.javalin.http.HandlerType;
import java.util.regex.Pattern;

/**
 * One line of the route table.
 *
 * @param path with parameters in braces
 * @param takesBody whether a body is read; else one that is sent is ignored
 */
record Route(HandlerType method, String path, boolean takesBody, Endpoint.Action action) {

  /** Matches the raw paths that this route serves, whatever the method. */
  Pattern pattern() {
    return Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+"));
  }
}
