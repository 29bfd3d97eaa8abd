package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An item master that does not answer delays only requests that need it. */
class HangingMasterTest {

  /** Several times the number of web threads, which is 16. */
  private static final int HANGING = 64;

  private static final String APPLE = "[{\"itemCode\":\"A\",\"quantity\":1}]";

  private final Shop shop = Shop.open();
  private final TestTill till = shop.till();
  private final ExecutorService threads = Executors.newFixedThreadPool(HANGING);

  @AfterEach
  void close() {
    threads.shutdownNow();
    shop.close();
  }

  private static long webThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("web-"))
        .count();
  }

  @Test
  void whileManyLookUpsHang_otherRoutesAnswer_andNoThreadWaits() throws Exception {
    String withApple = till.cartWithApple();
    List<String> carts = new ArrayList<>();
    for (int i = 0; i < HANGING; i++) {
      carts.add(till.cart());
    }
    int asked = shop.master.calls().size();
    shop.master.hang();
    List<Future<Reading>> hanging = new ArrayList<>();
    for (String cart : carts) {
      hanging.add(threads.submit(() -> till.post(cart + "/lineItems", APPLE)));
    }
    Await.until("all look-ups hang", () -> shop.master.calls().size() >= asked + HANGING);
    assertThat(shop.master.calls()).hasSize(asked + HANGING);
    // Meanwhile a whole sale of items that are already known can be made.
    for (int i = 0; i < 20; i++) {
      till.get(withApple).expect(200);
      till.get(till.cart()).expect(200);
    }
    till.post(withApple + "/lineItems", APPLE).expect(200);
    till.post(withApple + "/subtotal", "").expect(200);
    till.get("/health/live").expect(200);
    assertThat(hanging).noneMatch(Future::isDone);
    assertThat(webThreads()).isLessThanOrEqualTo(16);
    shop.master.recover();
    for (Future<Reading> answer : hanging) {
      answer.get(30, TimeUnit.SECONDS).expectError(503, "600001");
    }
  }
}
