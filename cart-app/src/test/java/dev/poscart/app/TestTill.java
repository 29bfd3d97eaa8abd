package dev.poscart.app;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.poscart.web.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A terminal that speaks to the service over HTTP. */
public final class TestTill {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** An answer of the service. */
  public record Answer(int status, JsonNode body, Optional<String> retryAfter) {

    Answer(int status, JsonNode body) {
      this(status, body, Optional.empty());
    }

    public JsonNode data() {
      return body.path("data");
    }
  }

  private final HttpClient client;
  private final URI base;
  private final String terminalId;
  private final String apiKey;
  private final int checkEach;
  private final AtomicInteger answers;
  private final Optional<String> key;

  public TestTill(HttpClient client, int port, String terminalId, String apiKey) {
    this(client, address(port), terminalId, apiKey, 1, Optional.empty(), new AtomicInteger());
  }

  private TestTill(
      HttpClient client,
      URI base,
      String terminalId,
      String apiKey,
      int checkEach,
      Optional<String> key,
      AtomicInteger answers) {
    this.client = client;
    this.base = base;
    this.terminalId = terminalId;
    this.apiKey = apiKey;
    this.checkEach = checkEach;
    this.key = key;
    this.answers = answers;
  }

  private static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The same terminal, giving its requests this idempotency key. */
  public TestTill keyed(String idempotencyKey) {
    return new TestTill(
        client, base, terminalId, apiKey, checkEach, Optional.of(idempotencyKey), answers);
  }

  /**
   * The same terminal for load tests: only one of this many answers is checked against the
   * document.
   */
  public TestTill checkingOneOf(int count) {
    return new TestTill(client, base, terminalId, apiKey, count, key, answers);
  }

  public String terminalId() {
    return terminalId;
  }

  /** The same terminal, with a service at another port. */
  public TestTill at(int port) {
    return new TestTill(client, address(port), terminalId, apiKey, checkEach, key, answers);
  }

  public String createCart() throws IOException {
    return expect(201, post("/carts", "{}")).data().path("cartId").textValue();
  }

  public Answer add(String cartId, String itemCode, int quantity) throws IOException {
    return post(
        "/carts/" + cartId + "/lineItems",
        "[{\"itemCode\": \"" + itemCode + "\", \"quantity\": " + quantity + "}]");
  }

  public Answer subtotal(String cartId) throws IOException {
    return post("/carts/" + cartId + "/subtotal", "");
  }

  public Answer pay(String cartId, String paymentCode, String amount) throws IOException {
    return post(
        "/carts/" + cartId + "/payments",
        "[{\"paymentCode\": \"" + paymentCode + "\", \"amount\": " + amount + "}]");
  }

  public Answer bill(String cartId) throws IOException {
    return post("/carts/" + cartId + "/bill", "");
  }

  public Answer cart(String cartId) throws IOException {
    return call("GET", "/carts/" + cartId, "");
  }

  /** All transactions of this terminal, cancelled ones too, first number first. */
  public JsonNode transactions() throws IOException {
    String[] parts = terminalId.split("-", -1);
    return expect(
            200,
            call(
                "GET",
                "/tenants/"
                    + parts[0]
                    + "/stores/"
                    + parts[1]
                    + "/terminals/"
                    + parts[2]
                    + "/transactions?limit=0&include_cancelled=true&sort=transaction_no:1",
                ""))
        .data();
  }

  Answer post(String path, String body) throws IOException {
    return call("POST", path, body);
  }

  /**
   * One request.
   *
   * @throws IOException if the connection broke or there is none
   */
  public Answer call(String method, String path, String body) throws IOException {
    String separator = path.contains("?") ? "&" : "?";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                base.resolve("/api/v1" + path + separator + "terminal_id=" + terminalId))
            .timeout(Duration.ofSeconds(60))
            .header("X-API-KEY", apiKey)
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    key.ifPresent(text -> request.header("Idempotency-Key", text));
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answers.getAndIncrement() % checkEach == 0) {
        Contract.checkAnswer(response);
      }
      return new Answer(
          response.statusCode(),
          MAPPER.readTree(response.body()),
          response.headers().firstValue("Retry-After"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  public static Answer expect(int status, Answer answer) {
    if (answer.status() != status) {
      throw new AssertionError("expected " + status + ", got " + answer);
    }
    return answer;
  }

  public static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
