package dev.poscart.web;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A shop whose tills repeat requests with keys. */
abstract class IdempotencyKeyFixture {

  static final String CASH = "[{\"paymentCode\":\"01\",\"amount\":110}]";
  static final String APPLE = "[{\"itemCode\":\"A\",\"quantity\":1}]";
  static final String YEN_OFF = "[{\"discountType\":\"DiscountAmount\",\"discountValue\":1}]";

  final Shop shop = Shop.open();
  final TestTill till = shop.till();

  @AfterEach
  void close() {
    shop.close();
  }

  static String body(String action) {
    return Map.ofEntries(
            Map.entry("/lineItems", APPLE),
            Map.entry("/unitPrice", "{\"unitPrice\":90}"),
            Map.entry("/quantity", "{\"quantity\":2}"),
            Map.entry("/discounts", YEN_OFF),
            Map.entry("/payments", "[{\"paymentCode\":\"01\",\"amount\":10}]"),
            Map.entry("/park", "{}"),
            Map.entry("/function_mode", "{\"functionMode\":\"Sales\"}"),
            Map.entry("/description", "{\"description\":\"X\"}"),
            Map.entry("/sign-in", "{\"staffId\":\"S004\"}"),
            Map.entry("/open", "{}"),
            Map.entry("/close", "{}"),
            Map.entry("/cash-in", "{\"amount\":1000}"),
            Map.entry("/cash-out", "{\"amount\":1000}"))
        .getOrDefault(action, "");
  }

  String subtotalled() {
    String cart = till.cartWithApple();
    till.post(cart + "/subtotal", "").expect(200);
    return cart;
  }

  String paid() {
    String cart = subtotalled();
    till.post(cart + "/payments", CASH).expect(200);
    return cart;
  }
}
