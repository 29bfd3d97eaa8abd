package dev.poscart.app;

import java.security.Security;

/**
 * How long the addresses of host names are remembered: not at all. By default Java remembers an
 * address for half a minute, and that a name has none for ten seconds; a service that is restarted
 * elsewhere would be missing for as long. Names are resolved only when a connection is opened, so
 * there is little to save.
 */
final class HostNames {

  private static final String TTL = "networkaddress.cache.ttl";
  private static final String NEGATIVE_TTL = "networkaddress.cache.negative.ttl";

  /** What Java's own security file says. */
  private static final String NEGATIVE_STANDARD = "10";

  private HostNames() {}

  /** Has names resolved anew each time, unless the operator has chosen something else. */
  static void resolveAnew() {
    if (Security.getProperty(TTL) == null) {
      Security.setProperty(TTL, "0");
    }
    if (NEGATIVE_STANDARD.equals(Security.getProperty(NEGATIVE_TTL))) {
      Security.setProperty(NEGATIVE_TTL, "0");
    }
    // gRPC remembers names by itself, and reads the system property of the same name.
    if (System.getProperty(TTL) == null) {
      System.setProperty(TTL, Security.getProperty(TTL));
    }
  }
}
