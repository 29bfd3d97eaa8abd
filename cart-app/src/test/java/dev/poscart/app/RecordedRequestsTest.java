package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Variable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The recorded requests of a terminal's day against the whole service, with items over gRPC and
 * carts in SQLite: the recorded answers and events, character by character, printed texts too,
 * apart from ids, times and what {@link Recording} lists.
 */
class RecordedRequestsTest {

  @TempDir Path folder;

  private HeardEvents peers;

  @BeforeEach
  void listen() {
    peers = HeardEvents.listen();
  }

  @AfterEach
  void stopListening() {
    peers.close();
  }

  @Test
  void recordedRequests_getTheRecordedAnswers() throws IOException {
    Poscart service = start(TestShop.profile(9));
    try {
      replay(till(service), Recording.read("sale.json"));
      replay(till(service), Recording.read("reversals.json"));
    } finally {
      stop(service);
    }
    Poscart next = start(withHeaders(TestShop.profile(9)));
    try {
      replay(till(next), Recording.read("stamp-duty.json"));
    } finally {
      stop(next);
    }
  }

  @Test
  void recordedTransactions_reachThePeerServicesAsRecorded() throws IOException {
    Poscart service = start(TestShop.profile(9));
    try {
      replay(till(service), Recording.read("sale.json"));
      replay(till(service), Recording.read("reversals.json"));
      List<JsonNode> heard = peers.await(5);
      JsonNode recorded = Recording.read("events.json");

      assertThat(heard.stream().map(event -> event.path("transaction_type").intValue()))
          .containsExactly(101, 102, 202, 201, 101);
      assertThat(Recording.actual(heard.get(0)))
          .isEqualTo(Recording.expected(recorded.path("sale")));
      assertThat(Recording.actual(heard.get(1)))
          .isEqualTo(spelledWithFraction(recorded.path("return")));
      assertThat(Recording.actual(heard.get(3)))
          .isEqualTo(spelledWithFraction(recorded.path("void")));
      assertThat(heard.get(1).path("created_at")).isEqualTo(heard.get(0).at("/generate_date_time"));
    } finally {
      stop(service);
    }
  }

  /**
   * Amounts that the terminal sent as whole numbers are written like all other amounts; a peer
   * service that parses numbers sees no difference.
   */
  private static String spelledWithFraction(JsonNode event) {
    return Recording.expected(event)
        .replaceAll("(\"(?:change_amount|deposit_amount|amount)\":\\d+)(?=[,}])", "$1.0");
  }

  private static void replay(TestTill till, JsonNode steps) throws IOException {
    String cart = "";
    for (JsonNode step : StreamSupport.stream(steps.spliterator(), false).toList()) {
      String name = step.path("name").textValue();
      String path = step.path("path").textValue().replace("(cart)", cart);
      String body = step.has("body") ? step.path("body").toString() : "";
      TestTill.Answer answer =
          till.call(step.path("method").textValue(), path.replace("/api/v1", ""), body);
      assertThat(answer.status()).as(name).isEqualTo(step.path("status").intValue());
      if (name.equals("create")) {
        cart = answer.data().path("cartId").textValue();
      }
      if (!step.path("answer").isNull()) {
        assertThat(Recording.actual(answer.body()))
            .as(name)
            .isEqualTo(Recording.expected(step.path("answer")).replace("(cart)", cart));
      }
    }
  }

  private Poscart start(String profile) throws IOException {
    Path file = Files.writeString(folder.resolve("shop.json"), profile);
    return Poscart.start(
            ServiceConfig.read(
                Map.of(
                    Variable.PORT, "0",
                    Variable.STORE_PROFILE, file.toString(),
                    Variable.DATA_DIR, folder.resolve("data").toString(),
                    Variable.DAPR_HTTP_ENDPOINT, peers.endpoint())))
        .toCompletableFuture()
        .join();
  }

  private static String withHeaders(String profile) {
    return profile.replace(
        "\"paymentMethods\"",
        """
        "settings": [
          {"name": "RECEIPT_HEADERS",
           "defaultValue": "[{'text': 'テスト店', 'align': 'center'}, {'text': '', 'align': 'left'}]"},
          {"name": "RECEIPT_FOOTERS",
           "defaultValue": "[{\\"text\\": \\"またどうぞ\\", \\"align\\": \\"right\\"}]"},
          {"name": "INVOICE_REGISTRATION_NUMBER", "defaultValue": "T1234567890123"}],
        "paymentMethods\"""");
  }

  private static TestTill till(Poscart service) {
    return new TestTill(HttpClient.newHttpClient(), service.port(), "A1234-5678-9", "key9");
  }

  private static void stop(Poscart service) {
    service.stop().toCompletableFuture().join();
  }
}
