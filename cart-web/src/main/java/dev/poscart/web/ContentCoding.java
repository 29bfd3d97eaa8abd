package dev.poscart.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The supported encodings of a body ({@code Content-Encoding}, RFC 9110, 8.4). */
enum ContentCoding {
  IDENTITY,
  GZIP,
  DEFLATE,
  BROTLI;

  /** The encodings named in the response to an unsupported one. */
  static final String ACCEPTED = "gzip, deflate, br";

  private static final int MAX_SHOWN = 60;

  /**
   * Reads all lines of the header.
   *
   * @throws TransportRefusal for an unsupported encoding, or more than one
   */
  static ContentCoding of(List<String> lines) {
    List<String> named = named(lines);
    if (named.isEmpty()) {
      return IDENTITY;
    }
    return switch (named.size() == 1 ? named.get(0).toLowerCase(Locale.ROOT) : "") {
      case "identity" -> IDENTITY;
      case "gzip", "x-gzip" -> GZIP;
      case "deflate" -> DEFLATE;
      case "br" -> BROTLI;
      default -> throw TransportRefusal.unsupportedCoding(shown(String.join(", ", named)));
    };
  }

  /**
   * Checks {@code Transfer-Encoding} (RFC 9112, 6.1): the server undoes chunks and no compression.
   *
   * @throws TransportRefusal for any coding but {@code chunked}
   */
  static void checkTransfer(List<String> lines) {
    List<String> named = named(lines);
    if (!named.stream().allMatch("chunked"::equalsIgnoreCase)) {
      throw TransportRefusal.unsupportedTransferCoding(shown(String.join(", ", named)));
    }
  }

  private static List<String> named(List<String> lines) {
    return lines.stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static String shown(String given) {
    return given.length() <= MAX_SHOWN ? given : given.substring(0, MAX_SHOWN) + "...";
  }
}
