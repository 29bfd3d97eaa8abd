package dev.poscart.adapters.http;

import dev.poscart.domain.document.DeskEventDocument;
import dev.poscart.domain.document.EventDocument;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.LogEntry;
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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Posts each event as JSON to the address of its topic, as a Dapr sidecar expects it. A status from
 * 200 to 299 means that the event was accepted; after anything else, including no response, it may
 * not have been. Thread-safe and non-blocking.
 */
public final class HttpEventPublisher implements EventPublisher {

  private static final String PORT = "event-broker";

  private final PublisherConfig config;
  private final Supplier<Map<String, String>> headers;
  private final Semaphore room;
  private final HttpClient client;

  /** Creates a publisher; it connects when the first event is published. */
  public HttpEventPublisher(PublisherConfig config) {
    this(config, Map::of);
  }

  /**
   * Creates a publisher; it connects when the first event is published.
   *
   * @param headers headers to send with an event, asked for in the thread that publishes it
   */
  public HttpEventPublisher(PublisherConfig config, Supplier<Map<String, String>> headers) {
    this.config = config;
    this.headers = headers;
    this.room = new Semaphore(config.maxInFlight());
    this.client = HttpExchanges.client(config.deadline());
  }

  @Override
  public CompletionStage<Void> publish(LogEntry event) {
    if (!room.tryAcquire()) {
      return CompletableFuture.failedFuture(
          new PortException(
              PORT,
              Category.UNAVAILABLE,
              config.maxInFlight() + " events in flight (expected: fewer)"));
    }
    return Stages.attempt(() -> send(event), thrown -> HttpExchanges.failure(PORT, thrown))
        .thenAccept(HttpEventPublisher::check)
        .whenComplete((done, failure) -> room.release());
  }

  private CompletionStage<HttpResponse<Void>> send(LogEntry event) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(config.topicOf(event))
            .timeout(config.deadline())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(EventJson.of(body(event))));
    headers.get().forEach(request::header);
    return HttpExchanges.within(
        config.deadline(), PORT, client.sendAsync(request.build(), BodyHandlers.discarding()));
  }

  private static Map<String, Object> body(LogEntry event) {
    return event instanceof DeskEntry desk
        ? DeskEventDocument.write(desk)
        : EventDocument.write((Transaction) event);
  }

  private static void check(HttpResponse<Void> response) {
    int status = response.statusCode();
    if (status < 200 || status >= 300) {
      Category category =
          status >= 500 || status == 429 ? Category.UNAVAILABLE : Category.PERMANENT_FAILURE;
      throw new PortException(PORT, category, "unexpected status " + status);
    }
  }
}
