package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Variable;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The recorded requests of a terminal against the whole service, with items over gRPC and carts in
 * SQLite: the recorded answers, apart from ids, times and printed texts.
 */
class RecordedRequestsTest {

  @TempDir Path folder;

  @Test
  void recordedRequests_getTheRecordedAnswers() throws IOException {
    Path profile = Files.writeString(folder.resolve("shop.json"), TestShop.profile(9));
    Poscart service =
        Poscart.start(
                ServiceConfig.read(
                    Map.of(
                        Variable.PORT, "0",
                        Variable.STORE_PROFILE, profile.toString(),
                        Variable.DATA_DIR, folder.resolve("data").toString())))
            .toCompletableFuture()
            .join();
    try {
      replay(
          new TestTill(HttpClient.newHttpClient(), service.port(), "A1234-5678-9", "key9"),
          TestTill.json(recording()));
    } finally {
      service.stop().toCompletableFuture().join();
    }
  }

  private static void replay(TestTill till, JsonNode steps) throws IOException {
    String cart = "";
    for (JsonNode step : steps) {
      String path = step.path("path").textValue().replace("(cart)", cart);
      String body = step.has("body") ? step.path("body").toString() : "";
      TestTill.Answer answer =
          till.call(step.path("method").textValue(), path.replace("/api/v1", ""), body);
      assertThat(answer.status())
          .as(step.path("name").textValue())
          .isEqualTo(step.path("status").intValue());
      if (step.path("name").textValue().equals("create")) {
        cart = answer.data().path("cartId").textValue();
      }
      if (!step.path("answer").isNull()) {
        String expected = step.path("answer").toString().replace("(cart)", cart);
        assertThat(masked(answer.body()).toString())
            .as(step.path("name").textValue())
            .isEqualTo(masked(TestTill.json(expected)).toString());
      }
    }
  }

  private static JsonNode masked(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String varying : new String[] {"receiptText", "journalText", "generateDateTime"}) {
        if (object.path(varying).isTextual()) {
          object.put(varying, "(masked)");
        }
      }
      if (object.has("user_error")) {
        object.put("message", "(text)");
      }
    }
    node.forEach(RecordedRequestsTest::masked);
    return node;
  }

  private static String recording() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            RecordedRequestsTest.class.getResourceAsStream("/dev/poscart/web/sale.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
