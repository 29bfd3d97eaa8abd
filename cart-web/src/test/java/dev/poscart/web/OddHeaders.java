package dev.poscart.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Requests of every operation, of unknown paths and with other methods, with unusual headers: known
 * names with unsuitable values, unknown names, several at once.
 */
final class OddHeaders {

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "BEFORE", "PURGE");

  private static final List<String> OTHER_PATHS =
      List.of(
          "/nothing", "/api/v1/nothing", "/api/v1/carts/", "/docs/nothing", "//", "/favicon.ico");

  /** Headers that affect the framing and the host; the connection may be unusable afterwards. */
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
    String name = random.nextInt(10) == 0 ? token() : any(OddHeaderTexts.NAMES);
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
      case 1 -> any(OddHeaderTexts.VALUES) + "," + any(OddHeaderTexts.VALUES);
      case 2 -> any(OddHeaderTexts.VALUES) + noise(random.nextInt(4));
      case 3 ->
          random.nextInt(20) == 0
              ? any(OddHeaderTexts.VALUES).repeat(200)
              : any(OddHeaderTexts.VALUES);
      default -> any(OddHeaderTexts.VALUES);
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
