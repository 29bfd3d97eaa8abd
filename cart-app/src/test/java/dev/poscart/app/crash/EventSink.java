package dev.poscart.app.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.poscart.app.TestTill;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A peer service that receives events and occasionally fails, before or after storing one. */
final class EventSink implements AutoCloseable {

  private static final int FAIL_PERCENT = 3;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Random random;
  private final Figures figures;
  private final ConcurrentMap<Integer, List<JsonNode>> kept = new ConcurrentHashMap<>();
  private volatile boolean healthy;
  private volatile boolean failing;

  EventSink(long seed, Figures figures) throws IOException {
    this.random = new Random(seed);
    this.figures = figures;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/events", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
  }

  /** Whether every event is refused. */
  void setFailing(boolean newFailing) {
    failing = newFailing;
  }

  /** Whether no event is refused. */
  void setHealthy(boolean newHealthy) {
    healthy = newHealthy;
  }

  /** The events of a terminal in the order in which they came, each only the first time. */
  List<JsonNode> eventsOf(int terminalNo) {
    List<JsonNode> events = kept.getOrDefault(terminalNo, List.of());
    synchronized (events) {
      return List.copyOf(events);
    }
  }

  /** Forgets the received events. */
  void clear() {
    kept.clear();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int chance = healthy ? 100 : random.nextInt(100);
    boolean refuses = !healthy && (failing || chance < FAIL_PERCENT);
    if (!refuses) {
      keep(TestTill.json(body));
    }
    if (chance >= 2 * FAIL_PERCENT && !refuses) {
      exchange.sendResponseHeaders(204, -1);
    } else {
      figures.count("events failed by the peer service");
      if (chance % 2 == 0) {
        exchange.sendResponseHeaders(500, -1);
      }
    }
    exchange.close();
  }

  private void keep(JsonNode event) {
    List<JsonNode> events =
        kept.computeIfAbsent(event.path("terminal_no").intValue(), no -> new ArrayList<>());
    synchronized (events) {
      String id = event.path("event_id").textValue();
      if (events.stream().anyMatch(before -> before.path("event_id").textValue().equals(id))) {
        figures.count("events repeated");
      } else {
        figures.count("events");
        events.add(event);
      }
    }
  }
}
