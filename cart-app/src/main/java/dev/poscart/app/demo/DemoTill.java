package dev.poscart.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A till of the demo store.
 *
 * @param service address of the service
 * @param path of its terminal below {@code /api/v1}, such as {@code
 *     /tenants/D0001/stores/0001/terminals/1}
 */
record DemoTill(HttpClient client, URI service, String terminalId, String apiKey, String path) {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** A till of the only tenant of the demo store. */
  static DemoTill of(HttpClient client, URI service, String storeCode, int terminalNo) {
    return new DemoTill(
        client,
        service,
        "D0001-%s-%d".formatted(storeCode, terminalNo),
        "demo-key-%s-%d".formatted(storeCode, terminalNo),
        "/tenants/D0001/stores/%s/terminals/%d".formatted(storeCode, terminalNo));
  }

  CompletionStage<JsonNode> get(String target) {
    return call("GET", target, "");
  }

  CompletionStage<JsonNode> post(String target, String body) {
    return call("POST", target, body);
  }

  /** The answer's data; fails with {@link PortException} if the answer is not a success. */
  private CompletionStage<JsonNode> call(String method, String target, String body) {
    String separator = target.contains("?") ? "&" : "?";
    HttpRequest request =
        HttpRequest.newBuilder(
                service.resolve("/api/v1" + target + separator + "terminal_id=" + terminalId))
            .timeout(TIMEOUT)
            .header("X-API-KEY", apiKey)
            .method(method, BodyPublishers.ofString(body))
            .build();
    return client
        .sendAsync(request, BodyHandlers.ofString())
        .exceptionallyCompose(
            failure ->
                CompletableFuture.failedFuture(
                    failure(Category.UNAVAILABLE, "no answer from " + service)))
        .thenApply(answer -> data(method + " " + target, answer));
  }

  private static JsonNode data(String what, HttpResponse<String> answer) {
    try {
      JsonNode body = MAPPER.readTree(answer.body());
      if (answer.statusCode() / 100 == 2) {
        return body.path("data");
      }
      throw failure(
          Category.PERMANENT_FAILURE,
          "%s: %d %s (expected: success, as at the demo store with open terminals)"
              .formatted(what, answer.statusCode(), body.path("message").asText()));
    } catch (JsonProcessingException e) {
      throw failure(
          Category.PERMANENT_FAILURE,
          what + ": status " + answer.statusCode() + " (expected: an answer of Poscart)");
    }
  }

  private static PortException failure(Category category, String detail) {
    return new PortException("demo", category, detail);
  }
}
