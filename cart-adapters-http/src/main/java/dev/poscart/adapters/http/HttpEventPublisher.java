package dev.poscart.adapters.http;

import dev.poscart.domain.document.EventDocument;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.EventPublisher;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.Stages;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Posts each event as JSON to one address, as a Dapr sidecar expects it. A status from 200 to 299
 * means that the event was accepted; after anything else, including no response, it may not have
 * been. Thread-safe and non-blocking.
 */
public final class HttpEventPublisher implements EventPublisher {

  private static final String PORT = "event-broker";

  private final PublisherConfig config;
  private final Semaphore room;
  private final HttpClient client;

  /** Creates a publisher; it connects when the first event is published. */
  public HttpEventPublisher(PublisherConfig config) {
    this.config = config;
    this.room = new Semaphore(config.maxInFlight());
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(config.deadline())
            .build();
  }

  @Override
  public CompletionStage<Void> publish(Transaction event) {
    if (!room.tryAcquire()) {
      return CompletableFuture.failedFuture(
          new PortException(
              PORT,
              Category.UNAVAILABLE,
              config.maxInFlight() + " events in flight (expected: fewer)"));
    }
    return send(event)
        .whenComplete((done, failure) -> room.release())
        .handle(HttpEventPublisher::answer)
        .thenCompose(answer -> answer);
  }

  private CompletableFuture<HttpResponse<Void>> send(Transaction event) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(config.topic())
              .timeout(config.deadline())
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofByteArray(EventJson.of(EventDocument.write(event))))
              .build();
      CompletableFuture<HttpResponse<Void>> exchange =
          client.sendAsync(request, BodyHandlers.discarding());
      // The client's own timeout ends with the response head; this one includes the body.
      return exchange
          .copy()
          .orTimeout(config.deadline().toMillis(), TimeUnit.MILLISECONDS)
          .whenComplete((response, failure) -> exchange.cancel(true));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static CompletionStage<Void> answer(
      HttpResponse<Void> response, @Nullable Throwable failure) {
    if (failure != null) {
      return CompletableFuture.failedFuture(failure(failure));
    }
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return CompletableFuture.completedFuture(null);
    }
    Category category =
        status >= 500 || status == 429 ? Category.UNAVAILABLE : Category.PERMANENT_FAILURE;
    return CompletableFuture.failedFuture(
        new PortException(PORT, category, "unexpected status " + status));
  }

  private static PortException failure(Throwable failure) {
    Throwable cause = Stages.cause(failure);
    boolean late = cause instanceof TimeoutException || cause instanceof HttpTimeoutException;
    return new PortException(
        PORT,
        late ? Category.TIMEOUT : Category.UNAVAILABLE,
        late ? "timed out" : cause.getClass().getSimpleName(),
        cause);
  }
}
