package dev.poscart.app;

import java.security.Security;

/**
 * Turns off the caching of resolved host names. By default, Java caches an address for 30 seconds
 * and a failed look-up for 10, which delays reconnecting to a service that has moved. Names are
 * resolved only when a connection is opened, so caching would save little.
 */
final class HostNames {

  private static final String TTL = "networkaddress.cache.ttl";
  private static final String NEGATIVE_TTL = "networkaddress.cache.negative.ttl";

  /** The default of {@code java.security}. */
  private static final String NEGATIVE_STANDARD = "10";

  private HostNames() {}

  /** Turns caching off, unless the operator has configured it. */
  static void resolveAnew() {
    if (Security.getProperty(TTL) == null) {
      Security.setProperty(TTL, "0");
    }
    if (NEGATIVE_STANDARD.equals(Security.getProperty(NEGATIVE_TTL))) {
      Security.setProperty(NEGATIVE_TTL, "0");
    }
    // gRPC has a cache of its own, which it configures by the system property of the same name.
    if (System.getProperty(TTL) == null) {
      System.setProperty(TTL, Security.getProperty(TTL));
    }
  }
}
