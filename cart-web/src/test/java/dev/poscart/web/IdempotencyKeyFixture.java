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
    return Map.of(
            "/lineItems", APPLE,
            "/unitPrice", "{\"unitPrice\":90}",
            "/quantity", "{\"quantity\":2}",
            "/discounts", YEN_OFF,
            "/payments", "[{\"paymentCode\":\"01\",\"amount\":10}]",
            "/park", "{}")
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
