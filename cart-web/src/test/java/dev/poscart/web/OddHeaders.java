package dev.poscart.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Requests of every operation, of unknown paths and by other methods, with headers as nobody should
 * send them: known names with values of other headers or of none, unknown names, several at once.
 */
final class OddHeaders {

  private static final List<String> NAMES =
      List.of(
          "Accept",
          "Accept-Charset",
          "Accept-Encoding",
          "Accept-Language",
          "Access-Control-Request-Headers",
          "Access-Control-Request-Method",
          "Authorization",
          "Cache-Control",
          "Connection",
          "Content-Disposition",
          "Content-Encoding",
          "Content-Language",
          "Content-Length",
          "Content-MD5",
          "Content-Range",
          "Content-Type",
          "Cookie",
          "Date",
          "Expect",
          "Forwarded",
          "From",
          "HTTP2-Settings",
          "Host",
          "Idempotency-Key",
          "If-Match",
          "If-Modified-Since",
          "If-None-Match",
          "If-Range",
          "If-Unmodified-Since",
          "Keep-Alive",
          "Last-Event-ID",
          "Max-Forwards",
          "Origin",
          "Pragma",
          "Prefer",
          "Priority",
          "Proxy-Authorization",
          "Proxy-Connection",
          "Range",
          "Referer",
          "Sec-Fetch-Mode",
          "Sec-WebSocket-Extensions",
          "Sec-WebSocket-Key",
          "Sec-WebSocket-Protocol",
          "Sec-WebSocket-Version",
          "TE",
          "Trailer",
          "Transfer-Encoding",
          "Upgrade",
          "Upgrade-Insecure-Requests",
          "User-Agent",
          "Via",
          "Warning",
          "X-API-KEY",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Forwarded-Proto",
          "X-HTTP-Method",
          "X-HTTP-Method-Override",
          "X-Method-Override",
          "X-Original-URL",
          "X-Request-Id",
          "X-Rewrite-URL",
          "baggage",
          "traceparent",
          "tracestate");

  private static final List<String> VALUES =
      List.of(
          "",
          "-",
          "--",
          "*",
          "*/*",
          ",",
          ", ,",
          ";",
          ";;q=x",
          "q=",
          "en;q=",
          "en;q=x",
          "en;q=9e999",
          "en-",
          "-en",
          "a-b-c-d-e-f-g-h-i-j",
          "*-*",
          "ja;q=NaN",
          "en_US",
          "i-",
          "x-",
          "\"",
          "\"\"",
          "\"unclosed",
          "W/",
          "W/\"1",
          "\"1\", \"2\", *",
          "0",
          "-1",
          "1e999",
          "99999999999999999999999999",
          "0x10",
          "1.5",
          "NaN",
          "null",
          "true",
          "%",
          "%00",
          "%zz",
          "../../etc/passwd",
          "{\"a\":1}",
          "[]",
          "<script>",
          "${jndi:ldap://x}",
          "' OR 1=1",
          "a=b; c=d; e",
          "=",
          "JSESSIONID=node0abc.node0; $Version=1",
          "bytes=0-",
          "bytes=9-1",
          "bytes=,",
          "chunked",
          "gzip",
          "deflate",
          "br",
          "gzip, gzip",
          "identity",
          "compress, *;q=0",
          "100-continue",
          "the unexpected",
          "trailers",
          "close",
          "keep-alive, Upgrade, X-API-KEY",
          "websocket",
          "h2c",
          "13",
          "dGhlIHNhbXBsZSBub25jZQ==",
          "permessage-deflate; client_max_window_bits",
          "Basic",
          "Basic !!!",
          "Basic a2V5OQ==",
          "Bearer",
          "Bearer ",
          "Bearer .",
          "Bearer ..",
          "Bearer a.b.c",
          "Bearer eyJhbGciOiJub25lIn0..",
          "Bearer eyJhbGciOiJIUzI1NiJ9.e30.x",
          "Digest username=\"",
          "text/html; charset=",
          "text/plain; charset=no-such",
          "application/json; charset=utf-16",
          "multipart/form-data",
          "multipart/form-data; boundary=",
          "application/x-www-form-urlencoded",
          "/",
          "x/y/z",
          "http://",
          "https://pos.example",
          "null null",
          "till:99999",
          "[::1",
          "a b",
          "Mon, 31 Feb 2026 99:99:99 GMT",
          "00-00000000000000000000000000000000-0000000000000000-00",
          "zz-",
          "GET",
          "POST",
          "DELETE",
          "BEFORE",
          "a\tb",
          "\t",
          "\u0080\u00ff",
          new String("日本語 🍎".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "BEFORE", "PURGE");

  private static final List<String> OTHER_PATHS =
      List.of(
          "/nothing", "/api/v1/nothing", "/api/v1/carts/", "/docs/nothing", "//", "/favicon.ico");

  /** Where a body ends and which host is asked: the connection may be of no use afterwards. */
  private static final List<String> FRAMING =
      List.of("content-length", "transfer-encoding", "connection", "expect", "upgrade", "trailer");

  private final StockedShop shop;
  private final Random random;

  OddHeaders(StockedShop shop, Random random) {
    this.shop = shop;
    this.random = random;
  }

  WireRequest next() {
    List<String> headers = new ArrayList<>();
    if (random.nextInt(3) > 0) {
      headers.add(WireRequest.KEY);
    }
    int odd = 1 + random.nextInt(3);
    for (int i = 0; i < odd; i++) {
      headers.add(name() + ":" + (random.nextBoolean() ? " " : "") + value());
    }
    WireRequest request = request().onlyWith("headers", headers);
    return headers.stream().anyMatch(OddHeaders::isFraming) ? request.lying("framing") : request;
  }

  private static boolean isFraming(String line) {
    String name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
    return FRAMING.contains(name.strip());
  }

  private WireRequest request() {
    ContractDocument.Operation operation = any(ContractDocument.operations());
    String path = random.nextInt(8) == 0 ? any(OTHER_PATHS) : shop.path(operation.template());
    String method = random.nextInt(4) == 0 ? any(METHODS) : operation.method();
    String body = operation.node().has("requestBody") ? "{}" : "";
    return WireRequest.of("", method, path, body);
  }

  private String name() {
    String name = random.nextInt(10) == 0 ? token() : any(NAMES);
    return switch (random.nextInt(8)) {
      case 0 -> name.toLowerCase(Locale.ROOT);
      case 1 -> name.toUpperCase(Locale.ROOT);
      default -> name;
    };
  }

  private String token() {
    StringBuilder token = new StringBuilder();
    int length = 1 + random.nextInt(20);
    for (int i = 0; i < length; i++) {
      token.append(any(List.of("a", "Z", "9", "-", "_", ".", "!", "$", "'", "+", "~", "|")));
    }
    return token.toString();
  }

  private String value() {
    return switch (random.nextInt(6)) {
      case 0 -> noise(random.nextInt(40));
      case 1 -> any(VALUES) + "," + any(VALUES);
      case 2 -> any(VALUES) + noise(random.nextInt(4));
      case 3 -> random.nextInt(20) == 0 ? any(VALUES).repeat(200) : any(VALUES);
      default -> any(VALUES);
    };
  }

  /** Bytes that a header may have: no line breaks and no NUL. */
  private String noise(int length) {
    StringBuilder noise = new StringBuilder();
    for (int i = 0; i < length; i++) {
      noise.append(
          (char) (random.nextInt(4) == 0 ? 128 + random.nextInt(128) : 32 + random.nextInt(95)));
    }
    return noise.toString();
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
