package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.config.Variable;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What peer services hear of the shop's own desk. */
class DeskEventsTest {

  private static final String TERMINAL = "/terminals/A1234-5678-1";

  @TempDir Path folder;

  @Test
  void opening_isHeardWithItsFloatBeforeIt_andBothCanBeAcknowledged() throws IOException {
    try (HeardEvents peers = HeardEvents.listen();
        RunningShop shop =
            RunningShop.open(folder, Map.of(Variable.DAPR_HTTP_ENDPOINT, peers.endpoint()))) {
      TestTill till = shop.till(1);
      TestTill.expect(200, till.post(TERMINAL + "/close", "{}"));
      TestTill.expect(200, till.post(TERMINAL + "/open", "{\"initialAmount\": 30000}"));

      List<JsonNode> heard = peers.await(3);
      assertThat(peers.topics())
          .containsExactly(
              "pubsub-opencloselog-report/topic-opencloselog",
              "pubsub-cashlog-report/topic-cashlog",
              "pubsub-opencloselog-report/topic-opencloselog");
      JsonNode cash = heard.get(1);
      JsonNode opening = heard.get(2);
      assertThat(cash.path("event_type").asText()).isEqualTo("cash_in_out");
      assertThat(cash.path("amount").decimalValue()).isEqualByComparingTo("30000");
      assertThat(cash.path("generate_date_time")).isEqualTo(opening.path("generate_date_time"));
      assertThat(cash.path("business_counter")).isEqualTo(opening.path("business_counter"));
      for (JsonNode event : List.of(cash, opening)) {
        assertThat(acknowledged(shop, event.path("event_id").asText())).isEqualTo(200);
      }
      assertThat(acknowledged(shop, "0d3ce2a5-9a1f-4c3e-8b7a-000000000001")).isEqualTo(404);
    }
  }

  private static int acknowledged(RunningShop shop, String eventId) {
    HttpResponse<String> answer =
        shop.send(
            "POST",
            "/api/v1" + TERMINAL + "/delivery-status",
            Optional.of(
                "{\"event_id\":\"%s\",\"service\":\"report\",\"status\":\"received\"}"
                    .formatted(eventId)),
            "X-API-KEY",
            RunningShop.NOTIFY_KEY);
    return answer.statusCode();
  }
}
