package dev.poscart.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.poscart.adapters.mongo.KugelposDay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes the place of the Dapr sidecar, with the carts that kugelpos left in its state store. */
final class CartStateStandIn implements AutoCloseable {

  private static final String STATE = "/v1.0/state/cartstore/";

  private static final String TOPIC = "/v1.0/publish/pubsub-tranlog-report/topic-tranlog";

  /** Checks that each request is one that a sidecar accepts. */
  final PeerGate gate = new PeerGate(CartStateStandIn::isExpected);

  /** The events that were published, oldest first. */
  final List<String> published = new CopyOnWriteArrayList<>();

  /** The carts as JSON, by their id. */
  final Map<String, String> carts = new ConcurrentHashMap<>();

  /** Answered to everything about carts, if present. */
  volatile Optional<Integer> status = Optional.empty();

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  CartStateStandIn() {
    TestTill.json(KugelposDay.json("cartstore"))
        .properties()
        .forEach(cart -> carts.put(cart.getKey(), cart.getValue().toString()));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(STATE, this::answer).getFilters().add(gate);
    server.createContext(TOPIC, this::publish).getFilters().add(gate);
    server.start();
  }

  /** The address as kugelpos has it. */
  String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1.0";
  }

  private static boolean isExpected(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    return switch (exchange.getRequestMethod()) {
      case "GET", "DELETE" -> path.matches(STATE + "[0-9a-f-]{36}");
      case "POST" -> path.equals(TOPIC) && type.startsWith("application/json");
      default -> false;
    };
  }

  private void answer(HttpExchange exchange) throws IOException {
    String id = exchange.getRequestURI().getPath().substring(STATE.length());
    String cart =
        exchange.getRequestMethod().equals("DELETE") ? remove(id) : carts.getOrDefault(id, "");
    byte[] body = cart.getBytes(StandardCharsets.UTF_8);
    int code = status.orElse(body.length == 0 ? 204 : 200);
    exchange.sendResponseHeaders(code, code == 204 ? -1 : body.length);
    if (code != 204) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private void publish(HttpExchange exchange) throws IOException {
    published.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private String remove(String id) {
    if (status.isEmpty()) {
      carts.remove(id);
    }
    return "";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
