package dev.poscart.app;

import static dev.poscart.app.Selling.entering;
import static dev.poscart.app.Selling.item;
import static dev.poscart.app.Selling.paying;
import static dev.poscart.app.Selling.refused;
import static dev.poscart.app.Selling.sold;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.adapters.mongo.WireServer;
import dev.poscart.app.config.Variable;
import dev.poscart.domain.fixtures.Slow;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Running the service beside others: the known defects of kugelpos, by their numbers in {@code
 * docs/defects.md}, against the whole service.
 */
@Slow
class RunningDefectsTest {

  @TempDir Path folder;

  @Test
  void d51_breaker_isSharedByAllTills() throws IOException {
    int closedPort;
    try (ServerSocket socket = new ServerSocket(0)) {
      closedPort = socket.getLocalPort();
    }
    Map<Variable, String> alone =
        Map.of(
            Variable.MASTER_DATA_GRPC_URL, "127.0.0.1:" + closedPort,
            Variable.ITEM_BREAKER_OPEN_SECONDS, "300",
            Variable.GRPC_TIMEOUT, "0.05");
    try (RunningShop shop = RunningShop.open(folder, alone)) {
      List<TestTill> tills = List.of(shop.till(1), shop.till(2), shop.till(3));
      for (int i = 0; i < 30; i++) {
        TestTill till = tills.get(i % 3);
        refused(503, "600001", till.add(till.createCart(), "code" + i, 1));
      }
      assertThat(metrics(shop)).contains("poscart_item_breaker_state{state=\"open\"} 1.0");
      assertThat(callsOnTheWire(shop)).isLessThan(30);
      assertThat(figure(shop, "poscart_item_master_channel_creations_total"))
          .isEqualByComparingTo("1");
    }
  }

  @Test
  void d52_withoutItsDatabase_theServiceReportsIt_andWritesNowhereElse() throws IOException {
    WireServer mongo = WireServer.start();
    Map<Variable, String> stored = Map.of(Variable.MONGODB_URI, mongo.connectionString());
    try (mongo;
        RunningShop shop = RunningShop.open(folder, stored)) {
      String cart = entering(shop.till(1), item("A", 1));
      mongo.close();
      refused(503, "600001", shop.till(1).add(cart, "A", 1));
      assertThat(folder.resolve("data").resolve("poscart.db")).doesNotExist();

      try (WireServer empty = WireServer.startAt(mongo.address())) {
        assertThat(empty.address()).isEqualTo(mongo.address());
        TestTill.Answer answer = shop.till(1).cart(cart);
        assertThat(answer.body().at("/user_error/code").textValue()).isIn("401002", "200001");
      }
    }
  }

  @Test
  void d55_d56_itemLookedUpOnce_isKnownToAllCarts_overOneChannel() throws IOException {
    try (RunningShop shop = RunningShop.open(folder, Map.of())) {
      for (int till = 1; till <= 4; till++) {
        entering(shop.till(till), item("A", 1), item("A", 2));
        entering(shop.till(till), item("A", 3));
      }
      assertThat(figure(shop, "poscart_item_cache_misses_total")).isEqualByComparingTo("1");
      assertThat(figure(shop, "poscart_item_cache_hits_total")).isEqualByComparingTo("7");
      assertThat(figure(shop, "poscart_item_master_channel_creations_total"))
          .isEqualByComparingTo("1");
    }
  }

  @Test
  void d57_health_publishesNothing_andReportsFailures(@TempDir Path other) throws IOException {
    try (HeardEvents peers = HeardEvents.listen();
        RunningShop shop =
            RunningShop.open(folder, Map.of(Variable.DAPR_HTTP_ENDPOINT, peers.endpoint()))) {
      sold(shop.till(1), "110", item("A", 1));
      assertThat(peers.await(1)).hasSize(1);
      for (int i = 0; i < 3; i++) {
        for (String path : List.of("/health", "/health/live", "/health/ready")) {
          assertThat(get(shop, path).statusCode()).isEqualTo(200);
        }
      }
      JsonNode health = TestTill.json(get(shop, "/health").body());
      assertThat(health.path("status").textValue()).isEqualTo("healthy");
      assertThat(health.path("service").textValue()).isEqualTo("cart");
      sold(shop.till(1), "110", item("A", 1));
      assertThat(peers.await(2)).hasSize(2);
    }
    WireServer mongo = WireServer.start();
    Map<Variable, String> stored = Map.of(Variable.MONGODB_URI, mongo.connectionString());
    try (mongo;
        RunningShop shop = RunningShop.open(other, stored)) {
      mongo.close();
      HttpResponse<String> health = get(shop, "/health");
      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(TestTill.json(health.body()).at("/checks/mongodb/status").textValue())
          .isEqualTo("unhealthy");
      assertThat(get(shop, "/health/ready").statusCode()).isEqualTo(503);
      assertThat(get(shop, "/health/live").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void d58_errors_areInEnglish_onRequest() throws IOException {
    try (RunningShop shop = RunningShop.open(folder, Map.of())) {
      String bill = "/api/v1/carts/" + paying(shop.till(1), item("A", 1)) + "/bill";
      assertThat(userMessage(shop, bill)).isEqualTo("残高が残っています");
      assertThat(userMessage(shop, bill, "Accept-Language", "en-GB,en;q=0.9"))
          .isEqualTo("Balance is greater than zero");
      assertThat(userMessage(shop, bill, "Accept-Language", "ja,en;q=0.5")).isEqualTo("残高が残っています");
      assertThat(userMessage(shop, bill, "Accept-Language", "fr")).isEqualTo("残高が残っています");
    }
  }

  private static String userMessage(RunningShop shop, String path, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "X-API-KEY";
    all[1] = "key1";
    return TestTill.json(
            shop.send("POST", path + "?terminal_id=A1234-5678-1", Optional.empty(), all).body())
        .at("/user_error/message")
        .textValue();
  }

  private static HttpResponse<String> get(RunningShop shop, String path) {
    return shop.send("GET", path, Optional.empty());
  }

  private static String metrics(RunningShop shop) {
    return get(shop, "/metrics").body();
  }

  private static long callsOnTheWire(RunningShop shop) {
    return metrics(shop)
        .lines()
        .filter(line -> line.startsWith("poscart_item_master_calls_seconds_count"))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
        .sum();
  }

  private static BigDecimal figure(RunningShop shop, String name) {
    return metrics(shop)
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> new BigDecimal(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among the metrics"));
  }
}
