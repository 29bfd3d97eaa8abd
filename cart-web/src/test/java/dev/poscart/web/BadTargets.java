package dev.poscart.web;

import java.util.List;
import java.util.Random;

/** Valid bodies sent to a wrong target: foreign, unknown, or in the wrong state. */
final class BadTargets {

  private record Act(String method, String path, String body) {}

  private static final String ITEMS = "[{\"itemCode\":\"A\",\"quantity\":1}]";
  private static final String YEN_OFF =
      "[{\"discountType\":\"DiscountAmount\",\"discountValue\":1}]";
  private static final String CASH = "[{\"paymentCode\":\"01\",\"amount\":110}]";

  private static final Act ADD = new Act("POST", "/lineItems", ITEMS);
  private static final Act QUANTITY = new Act("PATCH", "/lineItems/1/quantity", "{\"quantity\":2}");
  private static final Act PRICE = new Act("PATCH", "/lineItems/1/unitPrice", "{\"unitPrice\":2}");
  private static final Act CANCEL_LINE = new Act("POST", "/lineItems/1/cancel", "");
  private static final Act DISCOUNT_LINE = new Act("POST", "/lineItems/1/discounts", YEN_OFF);
  private static final Act SUBTOTAL = new Act("POST", "/subtotal", "");
  private static final Act DISCOUNT = new Act("POST", "/discounts", YEN_OFF);
  private static final Act PAY = new Act("POST", "/payments", CASH);
  private static final Act BILL = new Act("POST", "/bill", "");
  private static final Act CANCEL = new Act("POST", "/cancel", "");
  private static final Act RESUME = new Act("POST", "/resume-item-entry", "");
  private static final Act PARK = new Act("POST", "/park", "{}");
  private static final Act RETRIEVE = new Act("POST", "/retrieve", "");
  private static final Act READ = new Act("GET", "", "");
  private static final Act EXPLAIN = new Act("GET", "/explain", "");

  private static final List<Act> CHANGES =
      List.of(
          ADD,
          QUANTITY,
          PRICE,
          CANCEL_LINE,
          DISCOUNT_LINE,
          SUBTOTAL,
          DISCOUNT,
          PAY,
          BILL,
          CANCEL,
          RESUME);
  private static final List<Act> ENTRY =
      List.of(ADD, QUANTITY, PRICE, CANCEL_LINE, DISCOUNT_LINE, SUBTOTAL, RETRIEVE);
  private static final List<Act> PARKED =
      List.of(
          ADD, QUANTITY, PRICE, CANCEL_LINE, DISCOUNT_LINE, SUBTOTAL, DISCOUNT, PAY, BILL, RESUME);
  private static final List<Act> PAYMENT = List.of(DISCOUNT, BILL, RESUME, RETRIEVE);

  private static final String NO_CART =
      "x 0 -1 * null undefined 1722203f-e560-4e0c-91bc-7b86642cfc66 %20 %09 a%20b %F0%9F%98%80"
          + " %E3%82%AB a;b=c ;jsessionid=1 a%3Bb ' \" %22 <script> $ne {} {cart_id} %7B%7D @ :";

  private static final String NO_PATH =
      "%2e%2e .. . %2e ..%2f..%2f %2F a%2Fb %5C %00 a%00b %FF %FE%FF %C3%28 %C0%AE %ED%A0%80 %F8%88%80%80"
          + " % %1 %zz %u0041 %E3%81 \\ a\\b // /";

  private static final String NO_NUMBER =
      "one 1.5 1e 1e1 0x1 %20 1%00 \u00b9 %EF%BC%91 NaN 99999999999999999999 1,0 1_0 --1 %2B 1;x";
  private static final String NO_LINE = "0 -1 4 2147483647 -2147483648 -0 2147483648";

  private final StockedShop shop;
  private final Random random;

  BadTargets(StockedShop shop, Random random) {
    this.shop = shop;
    this.random = random;
  }

  WireRequest next() {
    return switch (random.nextInt(6)) {
      case 0 -> wrongState();
      case 1 -> foreignCart();
      case 2 -> noCart();
      case 3 -> noLine();
      case 4 -> noTransaction();
      default -> wrongTransaction();
    };
  }

  private WireRequest wrongState() {
    return switch (random.nextInt(6)) {
      case 0 -> on(shop.idle, any(PAYMENT), "an idle cart");
      case 1 -> on(shop.entering, any(PAYMENT), "a cart in entry");
      case 2 -> on(shop.paying, any(ENTRY), "a cart in payment");
      case 3 -> on(shop.completed, any(CHANGES), "a completed cart");
      case 4 -> on(shop.cancelled, any(CHANGES), "a cancelled cart");
      default -> on(shop.parked, any(PARKED), "a parked cart");
    };
  }

  private WireRequest foreignCart() {
    Act act = random.nextInt(4) == 0 ? any(List.of(READ, EXPLAIN, PARK, RETRIEVE)) : any(CHANGES);
    return on(random.nextBoolean() ? shop.otherTenants : shop.otherStores, act, "a foreign cart");
  }

  private WireRequest noCart() {
    Act act = random.nextInt(4) == 0 ? any(List.of(READ, EXPLAIN, PARK, RETRIEVE)) : any(CHANGES);
    String id = word(random.nextBoolean() ? NO_CART : NO_PATH);
    if (random.nextInt(10) == 0) {
      id = id + "x".repeat(random.nextInt(3_000));
    }
    return on("/api/v1/carts/" + id, act, "no cart");
  }

  private WireRequest noLine() {
    Act act = any(List.of(QUANTITY, PRICE, CANCEL_LINE, DISCOUNT_LINE));
    String line = word(random.nextBoolean() ? NO_LINE : random.nextBoolean() ? NO_NUMBER : NO_PATH);
    return WireRequest.of(
        "no line",
        act.method(),
        shop.entering + act.path().replace("/1/", "/" + line + "/"),
        act.body());
  }

  private WireRequest noTransaction() {
    String no =
        word(
            random.nextBoolean()
                ? "0 -1 999 2147483648"
                : random.nextBoolean() ? NO_NUMBER : NO_PATH);
    String path = StockedShop.SALES + "/" + no;
    return switch (random.nextInt(3)) {
      case 0 -> WireRequest.of("no transaction", "GET", path, "");
      case 1 -> WireRequest.of("no transaction", "POST", path + "/void", CASH);
      default -> WireRequest.of("no transaction", "POST", path + "/return", CASH);
    };
  }

  /** Transactions of others, and those already reversed. */
  private WireRequest wrongTransaction() {
    String act = random.nextBoolean() ? "/void" : "/return";
    if (random.nextInt(3) == 0) {
      String no = any(List.of("2", "3", "5", "6"));
      return WireRequest.of("reversed already", "POST", StockedShop.SALES + "/" + no + act, CASH);
    }
    String whose =
        any(
            List.of(
                "B5678/stores/5678/terminals/9", "A1234/stores/9999/terminals/9",
                "%20/stores/5678/terminals/9", "A1234/stores/%20/terminals/9",
                "A1234/stores/5678/terminals/-1", "A1234/stores/5678/terminals/x",
                "A1234/stores/5678/terminals/1e1", "A1234/stores/5678/terminals/10",
                "..%2fA1234/stores/5678/terminals/9", "A1234/stores/5678/terminals/%00"));
    return WireRequest.of(
        "a foreign transaction",
        "POST",
        "/api/v1/tenants/" + whose + "/transactions/1" + act,
        CASH);
  }

  private static WireRequest on(String cart, Act act, String what) {
    return WireRequest.of(what, act.method(), cart + act.path(), act.body());
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String word(String words) {
    return any(List.of(words.split(" ", -1)));
  }
}
