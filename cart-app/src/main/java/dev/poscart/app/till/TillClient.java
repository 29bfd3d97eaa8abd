package dev.poscart.app.till;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Sends the requests of one terminal.
 *
 * @param service address of the service
 * @param timeout for the answer to a request
 */
public record TillClient(
    HttpClient client, URI service, String terminalId, String apiKey, Duration timeout) {

  /** Completes after a time, without holding a thread. */
  public static CompletionStage<Void> pause(Duration time) {
    return CompletableFuture.runAsync(
        () -> {}, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS));
  }

  /**
   * Sends a request.
   *
   * @param target path and query below {@code /api/v1}
   * @param headers beside the terminal's key
   * @return fails if there is no answer
   */
  public CompletionStage<HttpResponse<String>> send(
      String method, String target, String body, Map<String, String> headers) {
    String separator = target.contains("?") ? "&" : "?";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                service.resolve("/api/v1" + target + separator + "terminal_id=" + terminalId))
            .timeout(timeout)
            .header("X-API-KEY", apiKey)
            .method(method, BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return client.sendAsync(request.build(), BodyHandlers.ofString());
  }
}
