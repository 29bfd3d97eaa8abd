package dev.poscart.adapters.http;

import java.net.URI;
import java.time.Duration;

/**
 * How one peer service is reached.
 *
 * @param name for logs and answers, such as {@code terminal-service}
 * @param base address that its routes are appended to, such as {@code http://host:8001/api/v1}
 * @param deadline for one question, attempts and answer included
 */
public record PeerServiceConfig(String name, URI base, Duration deadline) {

  /** Validates. */
  public PeerServiceConfig {
    String scheme = String.valueOf(base.getScheme());
    boolean http = scheme.equals("http") || scheme.equals("https");
    if (!http || base.getHost() == null) {
      throw new IllegalArgumentException("base: " + base + " (expected: an http(s) address)");
    }
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("deadline: " + deadline + " (expected: > 0)");
    }
  }
}
