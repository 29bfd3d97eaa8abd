package dev.poscart.web;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.model.TerminalKey;
import java.util.ArrayList;
import java.util.List;

/** Carts in all states and transactions of all kinds, at several tills, stores and tenants. */
final class StockedShop {

  private static final String API = "/api/v1";
  static final String SALES = API + "/tenants/A1234/stores/5678/terminals/9/transactions";

  private static final String CASH_110 = "[{\"paymentCode\":\"01\",\"amount\":110}]";

  final Shop shop;
  final String idle;
  final String entering;
  final String paying;
  final String completed;
  final String cancelled;
  final String parked;
  final String otherTenants;
  final String otherStores;

  /** Sale 1 is not reversed, 2 is cancelled, 3 returned by 4, 5 voided by 6. */
  final String standing = SALES + "/1";

  StockedShop(Shop shop) {
    this.shop = shop;
    TestTill till = shop.till();
    completed = sold(till);
    cancelled = till.cartWithApple();
    till.post(cancelled + "/cancel", "").expect(200);
    sold(till);
    till.post(SALES + "/3/return", CASH_110).expect(200);
    sold(till);
    till.post(SALES + "/5/void", CASH_110).expect(200);
    idle = till.cart();
    entering = till.cartWithApple();
    till.post(
            entering + "/lineItems",
            "[{\"itemCode\":\"R\",\"quantity\":1},{\"itemCode\":\"E\",\"quantity\":2}]")
        .expect(200);
    till.post(entering + "/lineItems/3/cancel", "").expect(200);
    paying = till.cartWithApple();
    till.post(paying + "/subtotal", "").expect(200);
    till.post(paying + "/payments", "[{\"paymentCode\":\"11\",\"amount\":10}]").expect(200);
    parked = till.cartWithApple();
    till.post(parked + "/park", "").expect(200);
    otherTenants = shop.till("B5678-5678-9", "key9").cartWithApple();
    otherStores = shop.till("A1234-9999-9", "key9").cart();
  }

  /** Sells an apple; the path of the cart. */
  static String sold(TestTill till) {
    String cart = paid(till);
    till.post(cart + "/bill", "").expect(200);
    return cart;
  }

  /** A cart with an apple that is paid and not billed; its path. */
  static String paid(TestTill till) {
    String cart = ready(till);
    till.post(cart + "/payments", CASH_110).expect(200);
    return cart;
  }

  /** Cancels what would refuse to close the terminal. */
  static void cancelTendered(Shop shop) {
    TestTill till = shop.till();
    Await.result(shop.carts.findOpen(new TerminalKey("A1234", "5678", 9), 1_000)).stream()
        .filter(cart -> !cart.value().payments().isEmpty())
        .forEach(cart -> till.post("/api/v1/carts/" + cart.value().id() + "/cancel", ""));
  }

  /** A cart with an apple that can be paid; its path. */
  static String ready(TestTill till) {
    String cart = till.cartWithApple();
    till.post(cart + "/subtotal", "").expect(200);
    return cart;
  }

  /** The path of an operation, with this shop's names in it. */
  String path(String template) {
    return template
        .replace("{cart_id}", entering.substring(entering.lastIndexOf('/') + 1))
        .replace("{lineNo}", "1")
        .replace("{tenant_id}", "A1234")
        .replace("{store_code}", "5678")
        .replace("{terminal_id}", "A1234-5678-9")
        .replace("{terminal_no}", "9")
        .replace("{transaction_no}", "1")
        .replace("{file}", "docs.js")
        .replace("{hash}", "0".repeat(16))
        .replace("{folder}", "directives")
        .replace("{asset}", "main.js")
        .replace("{picture}", "bread.svg");
  }

  /** The number of writes so far. */
  long writes() {
    return shop.carts.writes() + shop.log.size();
  }

  /** All readable data. */
  List<String> everything() {
    List<String> all = new ArrayList<>();
    TestTill till = shop.till();
    for (String cart : List.of(idle, entering, paying, completed, cancelled, parked)) {
      all.add(till.get(cart).expect(200).body());
    }
    all.add(shop.till("B5678-5678-9", "key9").get(otherTenants).expect(200).body());
    all.add(shop.till("A1234-9999-9", "key9").get(otherStores).expect(200).body());
    all.add(till.get(SALES + "?include_cancelled=true").expect(200).body());
    all.add(till.get(API + "/carts?status=parked").expect(200).body());
    all.add(String.valueOf(Await.result(shop.log.outbox().count("A1234"))));
    return all;
  }
}
