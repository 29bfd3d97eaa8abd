package dev.poscart.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.poscart.domain.fixtures.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for the Dapr sidecar and keeps the published events. */
final class HeardEvents implements AutoCloseable {

  private static final String PUBLISH = "/v1.0/publish/";

  private final HttpServer server;
  private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
  private final List<String> topics = new CopyOnWriteArrayList<>();

  private HeardEvents(HttpServer server) {
    this.server = server;
  }

  static HeardEvents listen() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      HeardEvents events = new HeardEvents(server);
      server.createContext(PUBLISH, events::answer);
      server.createContext("/v1.0/state/cartstore/", HeardEvents::answerEmpty);
      server.start();
      return events;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Waits for this number of events and returns all received. */
  List<JsonNode> await(int count) {
    return Await.until(
        count + " events are heard", () -> List.copyOf(heard), events -> events.size() >= count);
  }

  /** The topics of the events, in the order in which these were heard. */
  List<String> topics() {
    return List.copyOf(topics);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    topics.add(exchange.getRequestURI().getPath().substring(PUBLISH.length()));
    heard.add(
        TestTill.json(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    answerEmpty(exchange);
  }

  /** Published, or no such cart in the state store. */
  private static void answerEmpty(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }
}
