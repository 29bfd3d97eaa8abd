package dev.poscart.web;

import java.util.Map;

/**
 * What every answer says to browsers and proxies: it is what its type says, and it is for nobody
 * else.
 */
final class CarefulHeaders {

  static final Map<String, String> ALL =
      Map.of("X-Content-Type-Options", "nosniff", "Cache-Control", "no-store");

  private CarefulHeaders() {}
}
