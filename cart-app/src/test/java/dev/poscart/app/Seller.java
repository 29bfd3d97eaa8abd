package dev.poscart.app;

import java.io.IOException;

/** A cashier at a till. */
record Seller(TestTill till) {

  /** Two apples: 200 yen and 10 % on top, 80 yen change. */
  void sell() throws IOException {
    String cart = till.createCart();
    TestTill.expect(200, till.add(cart, "A", 2));
    TestTill.expect(200, till.subtotal(cart));
    TestTill.expect(200, till.pay(cart, "01", "300"));
    TestTill.expect(200, till.bill(cart));
  }

  void cancel() throws IOException {
    String cart = till.createCart();
    TestTill.expect(200, till.add(cart, "J", 3));
    TestTill.expect(200, till.post("/carts/" + cart + "/cancel", ""));
  }

  void reverse(int terminalNo, int transactionNo, String what, String body) throws IOException {
    TestTill.expect(
        200,
        till.post(
            "/tenants/A1234/stores/5678/terminals/"
                + (terminalNo + "/transactions/" + transactionNo + "/" + what),
            body));
  }
}
