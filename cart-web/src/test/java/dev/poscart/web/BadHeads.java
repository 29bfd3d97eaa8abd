package dev.poscart.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Requests that are valid except for their parameters or headers. */
final class BadHeads {

  private static final String ITEMS = "[{\"itemCode\":\"A\",\"quantity\":1}]";

  private static final List<String> QUERIES =
      List.of(
          "limit=-1",
          "limit=x",
          "limit=1.5",
          "limit=",
          "limit=1e3",
          "limit=NaN",
          "limit=%00",
          "page=0",
          "page=-1",
          "page=x",
          "page=1e1",
          "page=",
          "open_counter=x",
          "open_counter=1.5",
          "receipt_no=x",
          "receipt_no=%FF",
          "transaction_type=x",
          "transaction_type=101&transaction_type=x",
          "transaction_type=",
          "include_cancelled=perhaps",
          "include_cancelled=2",
          "include_cancelled=",
          "sort=",
          "sort=x:1",
          "sort=transaction_no",
          "sort=transaction_no:0",
          "sort=:1",
          "sort=,",
          "sort=transaction_no:1,transaction_no:-1",
          "sort=$where:1",
          "sort=%FF:1",
          "limit=9999999999999999999999",
          "limit=1&limit=x",
          "limit=%EF%BC%91",
          "limit=%zz",
          "page=%",
          "sort=%00");

  private static final List<String> PARKED_QUERIES =
      List.of(
          "",
          "status=",
          "status=Parked",
          "status=all",
          "status=parked&limit=0",
          "status=parked&limit=101",
          "status=parked&page=0",
          "status=parked&page=99999999999",
          "status=parked&limit=x",
          "status=parked&status=idle",
          "status=%FF");

  private static final List<String> TAGS =
      List.of(
          "abc",
          "\"1",
          "1\"",
          "W/1",
          "\"1\" \"2\"",
          "*, \"1\"",
          "\"999\"",
          "W/\"1\"",
          "\"0\"",
          "\"-1\"",
          "\"99999999999999999999\"",
          "\"\"",
          "w/\"1\"",
          "\"a b\"",
          "\"1\",,x",
          "**");

  private static final List<String> TERMINALS =
      List.of(
          "",
          "A1234-5678-10",
          "B5678-5678-9",
          "A1234-5678",
          "A1234-5678-x",
          "A1234-5678--9",
          "-",
          "--",
          "A1234-5678-99999999999999999999",
          "%00",
          "%FF%FE",
          "%20",
          "A1234%2D5678%2D77",
          "A1234-5678-9&terminal_id=A1234-5678-11x",
          "'%20OR%201=1",
          "A1234-5678-9%00");

  private static final List<List<String>> KEYS =
      List.of(
          List.of(),
          List.of("X-API-KEY:"),
          List.of("X-API-KEY: key10"),
          List.of("X-API-KEY: KEY9"),
          List.of("X-API-KEY: key9, key9"),
          List.of("X-API-KEY: " + Shop.NOTIFY_KEY),
          List.of("X-API-KEY: \u00ff\u00fe"),
          List.of("X-API-KEY: " + "k".repeat(4_000)),
          List.of("Authorization: Bearer key9"),
          List.of("Authorization: Bearer"),
          List.of("Authorization: Bearer a.b.c"),
          List.of("Authorization: Basic a2V5OQ=="),
          List.of("Authorization: Bearer user-A1234"),
          List.of("Authorization: Bearer service-A1234"),
          List.of("Authorization: Bearer \u00e9"));

  private final StockedShop shop;
  private final Random random;

  BadHeads(StockedShop shop, Random random) {
    this.shop = shop;
    this.random = random;
  }

  WireRequest next() {
    return switch (random.nextInt(6)) {
      case 0 -> WireRequest.of("query", "GET", StockedShop.SALES + "?" + any(QUERIES), "");
      case 1 -> WireRequest.of("query", "GET", "/api/v1/carts?" + any(PARKED_QUERIES), "");
      case 2 -> good().with("If-Match: " + any(TAGS));
      case 3 -> withTerminal(good());
      case 4 -> good().onlyWith("key", any(KEYS));
      default -> closedOrForeign();
    };
  }

  /** A request that would be answered with 200, and change something. */
  private WireRequest good() {
    return any(
        List.of(
            WireRequest.of("good", "POST", shop.entering + "/lineItems", ITEMS),
            WireRequest.of("good", "POST", shop.entering + "/lineItems/1/cancel", ""),
            WireRequest.of("good", "POST", shop.entering + "/park", ""),
            WireRequest.of("good", "POST", shop.entering + "/cancel", ""),
            WireRequest.of("good", "POST", shop.parked + "/retrieve", ""),
            WireRequest.of("good", "POST", shop.paying + "/resume-item-entry", "")));
  }

  private WireRequest withTerminal(WireRequest good) {
    String path = good.target().substring(0, good.target().indexOf('?'));
    return good.to("terminal", path + "?terminal_id=" + any(TERMINALS));
  }

  /** The cache and tenant routes are for users with a token, not for tills. */
  private WireRequest closedOrForeign() {
    List<WireRequest> requests = new ArrayList<>();
    requests.add(WireRequest.of("no user", "GET", "/api/v1/cache/terminal/status", ""));
    requests.add(WireRequest.of("no user", "DELETE", "/api/v1/cache/terminal", ""));
    requests.add(WireRequest.of("no user", "POST", "/api/v1/tenants", "{\"tenantId\":\"A1234\"}"));
    requests.add(
        WireRequest.of("foreign", "POST", "/api/v1/tenants", "{\"tenantId\":\"B5678\"}")
            .onlyWith("foreign tenant", List.of("Authorization: Bearer user-A1234")));
    requests.add(WireRequest.of("foreign", "GET", StockedShop.SALES.replace("A1234", "B5678"), ""));
    requests.add(
        WireRequest.of(
                "foreign",
                "POST",
                shop.standing.replace("A1234", "B5678") + "/delivery-status",
                "{\"event_id\":\"e\",\"service\":\"report\",\"status\":\"received\"}")
            .onlyWith("foreign event", List.of("Authorization: Bearer service-A1234")));
    requests.add(
        WireRequest.of("closed till", "POST", "/api/v1/carts", "{}")
            .to("closed till", "/api/v1/carts?terminal_id=A1234-5678-11")
            .onlyWith("closed till", List.of("X-API-KEY: key11")));
    requests.add(
        WireRequest.of("method", any(List.of("PUT", "DELETE", "PATCH")), shop.entering, "{}"));
    requests.add(WireRequest.of("path", "POST", "/api/v2/carts", "{}"));
    return any(requests);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
