package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Metrics for a collector, and the observation of requests. */
class MetricsRouteTest {

  private final Shop shop = Shop.open();
  private final TestTill till = shop.till();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void metrics_areServedAsPrometheusText() {
    Reading answer = till.get("/metrics").expect(200);
    assertThat(answer.body()).isEqualTo("carts_total 42\n");
    assertThat(answer.header("Content-Type"))
        .isEqualToIgnoringWhitespace("text/plain;version=0.0.4;charset=utf-8");
  }

  @Test
  void requests_areReportedByRoute_neverByPath() {
    String cart = till.cart();
    till.get(cart).expect(200);
    till.get("/api/v1/carts/none").expect(404);
    till.get("/made/up").expect(404);
    till.call("DELETE", cart, "").expect(405);
    List<String> expected =
        List.of(
            "POST /api/v1/carts 201",
            "GET /api/v1/carts/{cart_id} 200",
            "GET /api/v1/carts/{cart_id} 404",
            "OTHER none 404",
            "OTHER none 405");
    // They are reported after the answer is sent.
    Await.until(
        "all are told", () -> List.copyOf(shop.answered), told -> told.size() >= expected.size());
    assertThat(shop.answered).containsExactlyInAnyOrderElementsOf(expected);
  }
}
