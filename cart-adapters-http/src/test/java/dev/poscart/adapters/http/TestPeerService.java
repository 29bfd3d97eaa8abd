package dev.poscart.adapters.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A peer service on a real socket: some paths have data, all others are 404. */
final class TestPeerService implements AutoCloseable {

  /** A received request; a header that was not sent is empty. */
  record Question(String path, Optional<String> apiKey, Optional<String> bearer) {}

  final List<Question> asked = new CopyOnWriteArrayList<>();

  /** Data by path and query. */
  final Map<String, String> data = new ConcurrentHashMap<>();

  /** The status of every answer, if not 200. */
  volatile int status = 200;

  /** The envelope; {@code %s} is the data. */
  volatile String envelope =
      "{\"success\":true,\"code\":200,\"message\":\"ok\",\"data\":%s,\"operation\":\"x\"}";

  volatile CountDownLatch gate = new CountDownLatch(0);

  /** The number of requests that lose their connection before an answer. */
  final AtomicInteger hangUps = new AtomicInteger();

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  TestPeerService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    asked.add(
        new Question(
            path,
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-API-KEY")),
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))));
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (hangUps.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      exchange.close();
      return;
    }
    String found = data.get(path.replace("/api/v1", ""));
    int code = status == 200 && found == null ? 404 : status;
    byte[] body = envelope.formatted(found).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(code, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    gate.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
