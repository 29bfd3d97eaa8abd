package dev.poscart.web;

import java.util.Map;

/**
 * The security headers of all responses: no content sniffing, no caching, no referrer, no active
 * content. The documentation page overrides caching and content security policy.
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
