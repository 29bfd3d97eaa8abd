package dev.poscart.benchmarks;

import dev.poscart.app.load.Stopwatch;
import dev.poscart.app.load.TimedTill;
import dev.poscart.app.load.TimedTill.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A {@link TimedTill} that waits for each answer, and asks for what needs no key as well. */
public final class Till {

  private static final String CASH = "01";

  private final HttpClient client;
  private final URI base;
  private final Stopwatch stopwatch;
  private final TimedTill till;

  /** A till that uses this client, one request after another. */
  public Till(HttpClient client, URI base, String terminalId, String apiKey, Stopwatch stopwatch) {
    this.client = client;
    this.base = base;
    this.stopwatch = stopwatch;
    this.till = new TimedTill(client, base, terminalId, apiKey, stopwatch);
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
    return till.createCart().toCompletableFuture().join();
  }

  /** Enters one piece of an item. */
  public void add(String cartId, String itemCode) {
    till.add(cartId, itemCode).toCompletableFuture().join();
  }

  /** Cancels the cart. */
  public void cancel(String cartId) {
    till.cancel(cartId).toCompletableFuture().join();
  }

  /** Requests the subtotal, pays in cash and bills. */
  public void sell(String cartId) {
    till.sell(cartId, CASH).toCompletableFuture().join();
  }

  /** Requests a path that needs no key, such as {@code /health/live}, and returns the status. */
  public int get(String step, String path) {
    return send(step, path).status();
  }

  /** Requests a path that needs no key, such as {@code /metrics}, and returns the text. */
  public String text(String step, String path) {
    return send(step, path).body();
  }

  private Answer send(String step, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path)).GET().timeout(Duration.ofSeconds(60)).build();
    long startedNanos = System.nanoTime();
    Answer answer = answer(request);
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
