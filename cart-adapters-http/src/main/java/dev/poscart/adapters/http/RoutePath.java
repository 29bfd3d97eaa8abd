package dev.poscart.adapters.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A path below a peer service's base URL. All segments and values are percent-encoded, so that no
 * value from a terminal can reach another route.
 */
final class RoutePath {

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private final String text;
  private final boolean climbs;

  private RoutePath(String text, boolean climbs) {
    this.text = text;
    this.climbs = climbs;
  }

  static RoutePath of(String... segments) {
    List<String> encoded = new ArrayList<>();
    boolean climbs = false;
    for (String segment : segments) {
      // Servers resolve dot segments even if they are percent-encoded.
      climbs |= segment.isEmpty() || segment.chars().allMatch(c -> c == '.');
      encoded.add(encode(segment));
    }
    return new RoutePath("/" + String.join("/", encoded), climbs);
  }

  RoutePath with(String parameter, String value) {
    char joint = text.indexOf('?') < 0 ? '?' : '&';
    return new RoutePath(text + joint + parameter + "=" + encode(value), climbs);
  }

  /**
   * Whether a segment would lead to another path however it is encoded. No peer service has such
   * names.
   */
  boolean climbs() {
    return climbs;
  }

  private static String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length() + 8);
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (octet >= 0 && UNRESERVED.indexOf(octet) >= 0) {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(String.format(Locale.ROOT, "%02X", octet & 0xFF));
      }
    }
    return encoded.toString();
  }

  @Override
  public String toString() {
    return text;
  }
}
