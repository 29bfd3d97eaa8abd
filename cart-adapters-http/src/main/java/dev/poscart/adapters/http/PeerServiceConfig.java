package dev.poscart.adapters.http;

import java.net.URI;
import java.time.Duration;

/**
 * How to reach a peer service.
 *
 * @param name for logs and responses, such as {@code terminal-service}
 * @param base URL that its paths are appended to, such as {@code http://host:8001/api/v1}
 * @param deadline of one request, including retries
 */
public record PeerServiceConfig(String name, URI base, Duration deadline) {

  public PeerServiceConfig {
    String scheme = String.valueOf(base.getScheme());
    boolean http = scheme.equals("http") || scheme.equals("https");
    if (!http || base.getHost() == null) {
      throw new IllegalArgumentException("base: " + base + " (expected: an http or https URL)");
    }
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("deadline: " + deadline + " (expected: > 0)");
    }
  }
}
