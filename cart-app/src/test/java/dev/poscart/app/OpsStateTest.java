package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.poscart.app.config.Variable;
import dev.poscart.app.itemmaster.HangingItemMaster;
import dev.poscart.domain.fixtures.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the person on duty is told while a till sells and parts go down. */
class OpsStateTest {

  private static final String KEY = "key-of-the-person-on-duty";

  @TempDir Path folder;
  private HangingItemMaster master;
  private RunningShop shop;

  @BeforeEach
  void open() throws IOException {
    master = new HangingItemMaster(0);
    shop =
        RunningShop.open(
            folder,
            TestShop.profile(1),
            Map.of(
                Variable.MASTER_DATA_GRPC_URL,
                master.target(),
                Variable.OPS_API_KEY,
                KEY,
                Variable.PUBSUB_URL,
                "http://127.0.0.1:1/events",
                Variable.PUBSUB_INTERVAL_SECONDS,
                "0.2"));
  }

  @AfterEach
  void close() {
    shop.close();
    master.close();
  }

  @Test
  void trafficAndTrouble_areTold() throws Exception {
    TestTill till = shop.till(TestShop.terminalId(1), TestShop.apiKey(1));
    TestTill.expect(200, till.add(till.createCart(), "A", 1));
    new Seller(till).sell();
    assertThat(till.cart("none").status()).isEqualTo(404);

    JsonNode busy = await("the sale's event", state -> waiting(state) == 1);
    assertThat(busy.at("/service/database").textValue()).isEqualTo("sqlite");
    assertThat(busy.at("/parts/sqlite/healthy").booleanValue()).isTrue();
    assertThat(busy.at("/item_master/channel").textValue()).isEqualTo("ready");
    assertThat(count(busy, "POST", "/api/v1/carts/{cart_id}/bill", 200)).isEqualTo(1);
    assertThat(count(busy, "GET", "/api/v1/carts/{cart_id}", 404)).isEqualTo(1);
    assertThat(busy.at("/recent/lookup_outcomes/answered").intValue()).isEqualTo(2);
    assertThat(busy.at("/recent/cache/hits").intValue()).isEqualTo(1);
    assertThat(busy.at("/samples/at").size())
        .isPositive()
        .isEqualTo(busy.at("/samples/database_ms").size());
    assertThat(busy.at("/samples/item_master_up")).allMatch(up -> up.asDouble(1) == 1);
    await("the open cart", state -> state.at("/carts/open").asInt() == 1);
    await("why events wait", state -> !publisher(state).isEmpty());
  }

  @Test
  void masterThatIsLost_isTold() throws Exception {
    TestTill till = shop.till(TestShop.terminalId(1), TestShop.apiKey(1));
    TestTill.expect(200, till.add(till.createCart(), "A", 1));

    master.close();
    await("a lost master", state -> !state.at("/parts/item_master/healthy").booleanValue());
    await(
        "the change to it",
        state -> state.at("/item_master/changes").findValuesAsText("to").contains("failing"));
    await("a sample of it", OpsStateTest::hasFailedSample);
    TestTill.expect(503, till.add(till.createCart(), "B", 1));
    JsonNode warned =
        await("the warning", state -> state.at("/warnings").toString().contains("answered 503"));
    assertThat(warned.at("/warnings").findValuesAsText("request_id")).isNotEmpty();
  }

  private static boolean hasFailedSample(JsonNode state) {
    for (JsonNode up : state.at("/samples/item_master_up")) {
      if (up.asDouble(1) == 0) {
        return true;
      }
    }
    return false;
  }

  private static int waiting(JsonNode state) {
    return state.at("/parts/events/details/waiting").asInt();
  }

  private static String publisher(JsonNode state) {
    return state.at("/parts/dapr_pubsub_tranlog/error").asText("");
  }

  private static int count(JsonNode state, String method, String route, int status) {
    for (JsonNode row : state.at("/recent/requests")) {
      if (row.path("method").textValue().equals(method)
          && row.path("route").textValue().equals(route)
          && row.path("status").intValue() == status) {
        return row.path("count").intValue();
      }
    }
    return 0;
  }

  private JsonNode await(String what, Predicate<JsonNode> condition) {
    List<JsonNode> seen = new ArrayList<>();
    Await.until(
        what,
        () -> {
          seen.add(state());
          return condition.test(seen.get(seen.size() - 1));
        });
    return seen.get(seen.size() - 1);
  }

  private JsonNode state() {
    try {
      return JsonMapper.builder()
          .build()
          .readTree(
              shop.send("GET", "/ops/state?seconds=60", Optional.empty(), "X-API-KEY", KEY).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
