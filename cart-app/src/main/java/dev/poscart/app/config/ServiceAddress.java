package dev.poscart.app.config;

import java.net.URI;
import java.util.Set;

/** The address at which this machine reaches the service. */
public final class ServiceAddress {

  private static final Set<String> HERE = Set.of("127.0.0.1", "0.0.0.0", "::", "::1");

  private ServiceAddress() {}

  /**
   * The base URL without a path. A service that listens everywhere, or only here, is reached as
   * localhost from here.
   *
   * @param https whether the port speaks TLS
   * @param host the address or host name that the service listens on
   */
  public static URI of(boolean https, String host, int port) {
    String name = HERE.contains(host) ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
    return URI.create((https ? "https" : "http") + "://" + name + ":" + port);
  }
}
