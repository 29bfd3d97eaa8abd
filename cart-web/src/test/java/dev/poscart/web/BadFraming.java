package dev.poscart.web;

import static dev.poscart.web.WireRequest.utf8;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Requests with a wrong length or malformed HTTP, and bodies beyond all limits. */
final class BadFraming {

  private static final String ITEMS = "[{\"itemCode\":\"A\",\"quantity\":1}]";

  private static final List<String> BAD_LENGTHS =
      List.of("-1", "x", "1.5", "0x10", "+5", "99999999999999999999", "", "5 5", "5,6");

  private static final List<String> BAD_HEADERS =
      List.of(
          "no colon",
          ": no name",
          "Bad Name: x",
          "Nul: a\u0000b",
          "X: a\rb",
          " folded: x",
          "Big: " + "b".repeat(20_000),
          "X\u00e9: y",
          "Expect: the unexpected",
          "(x): y",
          "Transfer-Encoding: gzip",
          "Transfer-Encoding: chunked, gzip",
          "Transfer-Encoding: xchunked");

  private static final List<String> BAD_TARGETS =
      List.of(
          "*",
          "nonsense",
          "/%zz",
          "/%ff",
          "/a b",
          "http://",
          "/%00",
          "/;",
          "/..",
          "/../..",
          "\u0001");

  private static final List<String> BAD_METHODS =
      List.of("BREW", "post", "P\u00f6ST", "GE T", "", "TRACE", "CONNECT", "M".repeat(300));

  private final StockedShop shop;
  private final Random random;

  BadFraming(StockedShop shop, Random random) {
    this.shop = shop;
    this.random = random;
  }

  WireRequest next() {
    WireRequest good = WireRequest.of("", "POST", shop.entering + "/lineItems", ITEMS);
    int length = ITEMS.length();
    return switch (random.nextInt(9)) {
      case 0 -> good.lying("short length", "Content-Length: " + random.nextInt(length));
      case 1 ->
          good.lying("long length", "Content-Length: " + (length + 1 + random.nextInt(5_000)));
      case 2 -> good.lying("no length", "Content-Length: " + any(BAD_LENGTHS));
      case 3 ->
          good.lying("two lengths", "Content-Length: " + length, "Content-Length: " + (length - 1));
      case 4 ->
          good.lying(
              "length and chunks", "Content-Length: " + length, "Transfer-Encoding: chunked");
      case 5 -> chunked(good);
      case 6 -> good.lying("header", "Content-Length: " + length, any(BAD_HEADERS));
      case 7 -> tooLarge(good);
      default -> badLine(good, length);
    };
  }

  private WireRequest chunked(WireRequest good) {
    String body =
        any(
            List.of(
                "zz\r\n" + ITEMS + "\r\n0\r\n\r\n",
                "-1\r\n" + ITEMS + "\r\n0\r\n\r\n",
                Integer.toHexString(ITEMS.length() + 10) + "\r\n" + ITEMS + "\r\n0\r\n\r\n",
                Integer.toHexString(ITEMS.length()) + "\r\n" + ITEMS,
                "fffffffffffffffff\r\n" + ITEMS + "\r\n0\r\n\r\n",
                "5\r\n[{\"it\r\n0\r\n\r\n",
                ""));
    return good.withBody("chunks", utf8(body)).lying("chunks", "Transfer-Encoding: chunked");
  }

  private WireRequest tooLarge(WireRequest good) {
    byte[] body = utf8("[" + " ".repeat(65_536 + random.nextInt(100_000)) + "]");
    if (random.nextBoolean()) {
      return good.withBody("too large", body).lying("too large", "Content-Length: " + body.length);
    }
    String chunk =
        Integer.toHexString(body.length)
            + "\r\n"
            + new String(body, StandardCharsets.US_ASCII)
            + "\r\n0\r\n\r\n";
    return good.withBody("too large", utf8(chunk)).lying("too large", "Transfer-Encoding: chunked");
  }

  private WireRequest badLine(WireRequest good, int length) {
    WireRequest framed = good.lying("first line", "Content-Length: " + length);
    return switch (random.nextInt(3)) {
      case 0 -> framed.to("too long a target", good.target() + "&x=" + "y".repeat(20_000));
      case 1 -> framed.to("target", any(BAD_TARGETS));
      default ->
          new WireRequest(
              "method", any(BAD_METHODS), good.target(), framed.headers(), good.body(), false);
    };
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
