package dev.poscart.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as it goes over the wire.
 *
 * @param kind what is wrong with it, for failure messages
 * @param headers whole lines
 * @param body its bytes, each as one character
 * @param framed whether the stated length of the body is right; if not, the connection is unusable
 *     afterwards
 */
record WireRequest(
    String kind, String method, String target, List<String> headers, String body, boolean framed) {

  static final String KEY = "X-API-KEY: key9";

  /** A request of till 9 with the right length. */
  static WireRequest of(String kind, String method, String target, String body) {
    return new WireRequest(kind, method, asTill9(target), List.of(KEY), octets(utf8(body)), true);
  }

  private static String asTill9(String target) {
    return target + (target.contains("?") ? "&" : "?") + "terminal_id=A1234-5678-9";
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String octets(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  WireRequest withBody(String newKind, byte[] newBody) {
    return new WireRequest(newKind, method, target, headers, octets(newBody), framed);
  }

  WireRequest with(String header) {
    List<String> more = new ArrayList<>(headers);
    more.add(header);
    return new WireRequest(kind, method, target, more, body, framed);
  }

  WireRequest onlyWith(String newKind, List<String> newHeaders) {
    return new WireRequest(newKind, method, target, newHeaders, body, framed);
  }

  WireRequest to(String newKind, String newTarget) {
    return new WireRequest(newKind, method, newTarget, headers, body, framed);
  }

  /** With the given headers instead of the right length. */
  WireRequest lying(String newKind, String... lies) {
    List<String> more = new ArrayList<>(headers);
    more.addAll(List.of(lies));
    return new WireRequest(newKind, method, target, more, body, false);
  }

  byte[] bytes() {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    if (headers.stream().noneMatch(line -> line.startsWith("Host"))) {
      head.append("Host: till\r\n");
    }
    headers.forEach(line -> head.append(line).append("\r\n"));
    if (framed) {
      head.append("Content-Length: ").append(body.length()).append("\r\n");
    }
    wire.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    wire.writeBytes(body.getBytes(StandardCharsets.ISO_8859_1));
    return wire.toByteArray();
  }

  @Override
  public String toString() {
    String text = new String(bytes(), StandardCharsets.ISO_8859_1);
    return kind + ":\n" + (text.length() <= 1_500 ? text : text.substring(0, 1_500) + "...");
  }
}
