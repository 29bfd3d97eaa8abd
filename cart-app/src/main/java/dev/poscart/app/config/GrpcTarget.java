package dev.poscart.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks the address of a gRPC server. Only {@code host:port} and {@code dns:///host:port} are
 * accepted; gRPC itself would take almost any text and fail at the first call.
 */
final class GrpcTarget {

  private static final String EXPECTED = "host:port, such as master-data:50051";
  private static final String DNS = "dns:///";

  private GrpcTarget() {}

  /**
   * What is wrong with a target, phrased to follow "expected:".
   *
   * @return empty if the target is valid: an optional {@code dns:///}, then a host name, an IPv4
   *     address or an IPv6 address in brackets, then a colon and the port
   */
  static Optional<String> expectation(String target) {
    String place = target.startsWith(DNS) ? target.substring(DNS.length()) : target;
    if (place.contains("://")) {
      return Optional.of(withoutScheme(place));
    }
    if (place.indexOf('/') >= 0) {
      return Optional.of(EXPECTED + ", without a path");
    }
    if (place.chars().anyMatch(Character::isWhitespace) || place.indexOf(',') >= 0) {
      return Optional.of(EXPECTED + ", a single address without spaces");
    }
    return hostAndPort(place);
  }

  private static String withoutScheme(String place) {
    String scheme = place.substring(0, place.indexOf("://")).toLowerCase(Locale.ROOT);
    String expected = EXPECTED + ", without " + scheme + "://";
    return scheme.equals("https") || scheme.equals("grpcs")
        ? expected + "; set MASTER_DATA_GRPC_TLS=true for TLS"
        : expected;
  }

  private static Optional<String> hostAndPort(String place) {
    int colon = place.lastIndexOf(':');
    boolean isBracketed = place.startsWith("[");
    if (!isBracketed && colon != place.indexOf(':')) {
      return Optional.of(EXPECTED + ", an IPv6 address in brackets: [::1]:50051");
    }
    if (colon < 0 || (isBracketed && place.endsWith("]"))) {
      return Optional.of(EXPECTED + ", with a port");
    }
    if (!isPort(place.substring(colon + 1))) {
      return Optional.of(EXPECTED + ", with a port from 1 to " + AddressValues.MAX_PORT);
    }
    return isHost(place, place.substring(0, colon))
        ? Optional.empty()
        : Optional.of(
            EXPECTED + ", with a host name of letters, digits, hyphens and dots, or an address");
  }

  private static boolean isPort(String text) {
    return text.matches("[0-9]{1,5}")
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= AddressValues.MAX_PORT;
  }

  /** Uses the parser that gRPC uses, {@code java.net.URI}, so both agree on what a host is. */
  private static boolean isHost(String place, String host) {
    try {
      return host.equals(new URI("//" + place).getHost());
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
