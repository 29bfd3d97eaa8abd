package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.web.load.LoadLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Connections without a request, and too many of them. */
@Slow
class ConnectionLimitTest extends SlowCallerFixture {

  @Test
  void connectionWithoutAFirstRequest_isCut() throws Exception {
    LoadLimits limits = new LoadLimits(4, 4, 100, Duration.ofMillis(200), 100_000);
    try (Shop shop = Shop.open(config(limits, Duration.ofSeconds(3)))) {
      assertThat(readAll(connect(shop))).isEmpty();
    }
  }

  @Test
  void tooManyConnections_cutTheLongestIdle_andLetTillsIn() throws Exception {
    try (Shop shop = Shop.open(config(new LoadLimits(4, 4, 50, Duration.ofSeconds(60), 100_000)))) {
      for (int i = 0; i < 1_000; i++) {
        connect(shop);
      }
      Await.until("connections are cut", () -> shop.server.load().cut() >= 950);
      assertThat(shop.server.load().connections()).isLessThanOrEqualTo(50);
      assertThat(readAll(sockets.get(0))).isEmpty();
      shop.till().cart();
      shop.till().get("/health").expect(200);
    }
  }
}
