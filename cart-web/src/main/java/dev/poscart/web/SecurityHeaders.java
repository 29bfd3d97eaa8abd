package dev.poscart.web;

import java.util.Map;

/**
 * What every answer says to browsers and proxies: it is what its type says, it is for nobody else,
 * and it is no page that could load or run anything. The documentation page names what it needs.
 */
final class SecurityHeaders {

  static final Map<String, String> ALL =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Cache-Control", "no-store",
          "Referrer-Policy", "no-referrer",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

  private SecurityHeaders() {}
}
