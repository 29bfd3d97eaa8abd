package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.web.load.LoadLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More requests than the server accepts, while the item master hangs. */
class OverloadTest {

  private static final int IN_WORK = 4;
  private static final int WAITING = 3;
  private static final String APPLE = "[{\"itemCode\":\"A\",\"quantity\":1}]";

  private final ExecutorService threads = Executors.newFixedThreadPool(IN_WORK + WAITING);
  private final List<Future<Reading>> hanging = new ArrayList<>();

  @AfterEach
  void close() {
    threads.shutdownNow();
  }

  @Test
  void requestOverTheLimit_is503AtOnce_isCounted_andServiceRecovers() throws Exception {
    try (Shop shop = Shop.open(narrow(Duration.ofSeconds(60)))) {
      TestTill till = shop.till();
      fill(shop);
      Reading refused = till.post("/api/v1/carts", "{}").expectError(503, "600004");
      assertThat(refused.header("Retry-After")).isEqualTo("1");
      assertThat(refused.header("Connection")).isEqualTo("(none)");
      assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
      assertThat(refused.at("/user_error/message").textValue()).isEqualTo("サービスが混み合っています");
      Reading inEnglish = till.with("Accept-Language", "en").get("/api/v1/carts/x");
      assertThat(inEnglish.at("/user_error/message").textValue())
          .isEqualTo("The service is overloaded");
      for (String path : List.of("/health", "/health/live", "/health/ready", "/metrics")) {
        till.get(path).expect(200);
      }
      assertThat(shop.server.load().refused()).isEqualTo(2);
      assertThat(hanging).noneMatch(Future::isDone);
      shop.master.recover();
      for (Future<Reading> answer : hanging) {
        // Hanging requests fail; queued ones find a recovered master.
        assertThat(answer.get(60, TimeUnit.SECONDS).status()).isIn(200, 503);
      }
      till.post(till.cart() + "/lineItems", APPLE).expect(200);
      Await.until(
          "all work is done",
          () -> shop.server.load().inFlight() == 0 && shop.server.load().queued() == 0);
    }
  }

  @Test
  void requestQueuedTooLong_isRefused_andTimedOutRequestsFreeTheirPlaces() throws Exception {
    try (Shop shop = Shop.open(narrow(Duration.ofSeconds(1)))) {
      fill(shop);
      int timedOut = 0;
      for (Future<Reading> answer : hanging) {
        Reading reading = answer.get(60, TimeUnit.SECONDS);
        assertThat(reading.status()).as(reading.body()).isIn(503, 504);
        timedOut += reading.status() == 504 ? 1 : 0;
      }
      assertThat(timedOut).isGreaterThanOrEqualTo(IN_WORK);
      shop.master.recover();
      shop.till().post(shop.till().cart() + "/lineItems", APPLE).expect(200);
    }
  }

  private void fill(Shop shop) {
    TestTill till = shop.till();
    List<String> carts = new ArrayList<>();
    for (int i = 0; i < IN_WORK + WAITING; i++) {
      carts.add(till.cart());
    }
    shop.master.hang();
    for (String cart : carts) {
      hanging.add(threads.submit(() -> till.post(cart + "/lineItems", APPLE)));
    }
    Await.until(
        "all places are taken",
        () -> shop.server.load().inFlight() == IN_WORK && shop.server.load().queued() == WAITING);
  }

  private static WebConfig narrow(Duration requestTimeout) {
    return WebConfigs.of(
        Optional.of("127.0.0.1"),
        0,
        65_536,
        requestTimeout,
        Duration.ofSeconds(20),
        Duration.ofSeconds(60),
        16,
        Set.of(),
        "0.1.0",
        new LoadLimits(IN_WORK, WAITING, 100, Duration.ofSeconds(60), 1_000_000),
        0);
  }
}
