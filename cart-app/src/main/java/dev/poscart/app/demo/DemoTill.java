package dev.poscart.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.poscart.app.till.TillClient;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A till of the demo store. As tills do, it repeats a change under the same key while there is no
 * answer, or one that says when to try again.
 *
 * @param path of its terminal below {@code /api/v1}, such as {@code
 *     /tenants/D0001/stores/0001/terminals/1}
 */
record DemoTill(TillClient client, String path) {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int GATEWAY_TIMEOUT = 504;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** A till of the only tenant of the demo store. */
  static DemoTill of(HttpClient client, URI service, String storeCode, int terminalNo) {
    return new DemoTill(
        new TillClient(
            client,
            service,
            "D0001-%s-%d".formatted(storeCode, terminalNo),
            "demo-key-%s-%d".formatted(storeCode, terminalNo),
            TIMEOUT),
        "/tenants/D0001/stores/%s/terminals/%d".formatted(storeCode, terminalNo));
  }

  String terminalId() {
    return client.terminalId();
  }

  /** The answer's data; fails with {@link PortException} if there is no answer, or no success. */
  CompletionStage<JsonNode> get(String target) {
    return client
        .send("GET", target, "", Map.of())
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(noAnswer()))
        .thenApply(answer -> data("GET " + target, answer));
  }

  /** The same for a change, which is repeated until it has an answer, for a minute at most. */
  CompletionStage<JsonNode> post(String target, String body) {
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    return post(target, body, key, System.nanoTime() + PATIENCE.toNanos())
        .thenApply(answer -> data("POST " + target, answer));
  }

  private CompletionStage<HttpResponse<String>> post(
      String target, String body, Map<String, String> key, long untilNanos) {
    boolean last = System.nanoTime() + PAUSE.toNanos() >= untilNanos;
    return client
        .send("POST", target, body, key)
        .thenCompose(
            answer ->
                isToBeRepeated(answer) && !last
                    ? CompletableFuture.<HttpResponse<String>>failedFuture(noAnswer())
                    : CompletableFuture.completedFuture(answer))
        .exceptionallyCompose(
            failure ->
                last
                    ? CompletableFuture.failedFuture(noAnswer())
                    : TillClient.pause(PAUSE)
                        .thenCompose(waited -> post(target, body, key, untilNanos)));
  }

  private static boolean isToBeRepeated(HttpResponse<String> answer) {
    return answer.statusCode() == GATEWAY_TIMEOUT
        || answer.headers().firstValue("Retry-After").isPresent();
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

  private PortException noAnswer() {
    return failure(Category.UNAVAILABLE, "no answer from " + client.service());
  }

  private static PortException failure(Category category, String detail) {
    return new PortException("demo", category, detail);
  }
}
