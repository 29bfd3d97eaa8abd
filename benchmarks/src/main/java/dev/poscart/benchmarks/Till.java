package dev.poscart.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A terminal over HTTP that times each request. */
public final class Till {

  private static final Pattern CART_ID = Pattern.compile("\"cartId\":\"([^\"]+)\"");

  /** Receives each answer. */
  public interface Stopwatch {

    /**
     * A request was answered.
     *
     * @param step the kind of request, such as {@code add}
     * @param startedNanos in {@link System#nanoTime}
     * @param status the HTTP status; 0 if the connection broke
     */
    void answered(String step, long startedNanos, long tookNanos, int status);
  }

  private final HttpClient client;
  private final URI base;
  private final String terminalId;
  private final String apiKey;
  private final Stopwatch stopwatch;

  /** A till that uses this client, one request after another. */
  public Till(HttpClient client, URI base, String terminalId, String apiKey, Stopwatch stopwatch) {
    this.client = client;
    this.base = base;
    this.terminalId = terminalId;
    this.apiKey = apiKey;
    this.stopwatch = stopwatch;
  }

  /** A client that keeps its connections. */
  public static HttpClient newClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(10))
        .build();
  }

  /** Opens a cart; empty if that was refused. */
  public String createCart() {
    Matcher found = CART_ID.matcher(post("create", "/carts", "{}"));
    return found.find() ? found.group(1) : "";
  }

  /** Enters one piece of an item. */
  public void add(String cartId, String itemCode) {
    post(
        "add",
        "/carts/" + cartId + "/lineItems",
        "[{\"itemCode\": \"" + itemCode + "\", \"quantity\": 1}]");
  }

  /** Cancels the cart. */
  public void cancel(String cartId) {
    post("cancel", "/carts/" + cartId + "/cancel", "");
  }

  /** Requests the subtotal, pays and bills. */
  public void sell(String cartId, int amount) {
    post("subtotal", "/carts/" + cartId + "/subtotal", "");
    post(
        "pay",
        "/carts/" + cartId + "/payments",
        "[{\"paymentCode\": \"01\", \"amount\": " + amount + "}]");
    post("bill", "/carts/" + cartId + "/bill", "");
  }

  /** Requests a path that needs no key, such as {@code /health/live}, and returns the status. */
  public int get(String step, String path) {
    return send(step, HttpRequest.newBuilder(base.resolve(path)).GET()).status();
  }

  /** Requests a path that needs no key, such as {@code /metrics}, and returns the text. */
  public String text(String step, String path) {
    return send(step, HttpRequest.newBuilder(base.resolve(path)).GET()).body();
  }

  private String post(String step, String path, String body) {
    return send(
            step,
            HttpRequest.newBuilder(base.resolve("/api/v1" + path + "?terminal_id=" + terminalId))
                .header("X-API-KEY", apiKey)
                .POST(HttpRequest.BodyPublishers.ofString(body)))
        .body();
  }

  private record Answer(int status, String body) {}

  private Answer send(String step, HttpRequest.Builder request) {
    HttpRequest ready = request.timeout(Duration.ofSeconds(60)).build();
    long startedNanos = System.nanoTime();
    Answer answer = answer(ready);
    stopwatch.answered(step, startedNanos, System.nanoTime() - startedNanos, answer.status());
    return answer;
  }

  private Answer answer(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    } catch (IOException e) {
      return new Answer(0, "");
    }
  }
}
