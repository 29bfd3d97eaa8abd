package dev.poscart.adapters.http;

import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.Stages;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What all HTTP requests to other services have in common: the client, deadline and failures. */
final class HttpExchanges {

  private HttpExchanges() {}

  static HttpClient client(Duration connectTimeout) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(connectTimeout)
        .build();
  }

  /**
   * The response within a deadline. The client's own timeout ends with the head of a response; this
   * one includes the body.
   *
   * @param port name of the service in failures
   * @return fails with {@link PortException} without a response in time
   */
  static <T> CompletableFuture<HttpResponse<T>> within(
      Duration deadline, String port, CompletableFuture<HttpResponse<T>> exchange) {
    return exchange
        .copy()
        .orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((response, failure) -> exchange.cancel(true))
        .exceptionallyCompose(
            failure -> CompletableFuture.failedFuture(failure(port, Stages.cause(failure))));
  }

  /** The failure of a request that got no response. */
  static PortException failure(String port, Throwable cause) {
    if (cause instanceof PortException known) {
      return known;
    }
    boolean late = cause instanceof TimeoutException || cause instanceof HttpTimeoutException;
    return new PortException(
        port,
        late ? Category.TIMEOUT : Category.UNAVAILABLE,
        late ? "timed out" : cause.getClass().getSimpleName(),
        cause);
  }
}
