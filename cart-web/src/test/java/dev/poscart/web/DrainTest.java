package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.LogLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DrainTest {

  private static final String HEALTH = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final String LIVE = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";

  private static final String CART_TO_COME =
      """
      POST /api/v1/carts?terminal_id=A1234-5678-9 HTTP/1.1
      Host: x
      X-API-KEY: key9
      Expect: 100-continue
      Content-Length: 2

      """
          .replace("\n", "\r\n");

  /** Hardly waits for requests in flight when closing. */
  private static final WebConfig HASTY =
      WebConfigs.of(
          Optional.of("127.0.0.1"),
          0,
          65_536,
          Duration.ofSeconds(20),
          Duration.ofMillis(300),
          Duration.ofSeconds(60),
          16,
          Set.of(),
          "0.1.0");

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    threads.shutdownNow();
  }

  @Test
  void close_letsTheRequestInFlightFinish_andTakesNoNewOne() throws Exception {
    Shop shop = Shop.open();
    int port = shop.server.port();
    CompletableFuture<HealthReport> gate = new CompletableFuture<>();
    try (Socket inFlight = new Socket(InetAddress.getLoopbackAddress(), port);
        Socket idle = new Socket(InetAddress.getLoopbackAddress(), port)) {
      shop.health.state = gate;
      send(inFlight, HEALTH);
      Await.until("the request is in flight", () -> gate.getNumberOfDependents() > 0);
      CompletableFuture<Void> closed = CompletableFuture.runAsync(shop::close);
      Await.until("new ones are refused", () -> isRefused(port));
      assertIsRefusedOrEnded(ask(idle));
      assertThat(closed).isNotDone();
      gate.complete(HealthReport.HEALTHY);
      assertThat(new String(inFlight.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 200")
          .contains("\"status\":\"healthy\"");
      closed.get(60, TimeUnit.SECONDS);
    }
  }

  /** Tills that send requests continuously, each on one connection. */
  @Test
  void close_underLoad_cutsNoAnswer() throws Exception {
    Shop shop = Shop.open();
    int port = shop.server.port();
    List<CompletableFuture<String>> tills = new ArrayList<>();
    AtomicInteger answers = new AtomicInteger();
    for (int i = 0; i < 8; i++) {
      tills.add(CompletableFuture.supplyAsync(() -> lastAnswer(port, answers), threads));
    }
    Await.until(
        "the tills are busy",
        () -> answers.get() > 200 || tills.stream().anyMatch(CompletableFuture::isDone));
    shop.close();
    for (CompletableFuture<String> till : tills) {
      assertIsRefusedOrEnded(till.get(60, TimeUnit.SECONDS));
    }
  }

  /** The request was valid: the till must learn that it may retry. */
  @Test
  void close_whileABodyIsAwaited_answersShuttingDown() throws Exception {
    Shop shop = Shop.open();
    try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), shop.server.port())) {
      send(slow, CART_TO_COME);
      String goOn = "HTTP/1.1 100 Continue\r\n\r\n";
      assertThat(
              new String(
                  slow.getInputStream().readNBytes(goOn.length()), StandardCharsets.US_ASCII))
          .isEqualTo(goOn);
      CompletableFuture<Void> closed = CompletableFuture.runAsync(shop::close);
      assertThat(rest(slow))
          .startsWith("HTTP/1.1 503")
          .contains("Connection: close", "Retry-After: 1", "600003")
          .endsWith("}");
      closed.get(60, TimeUnit.SECONDS);
    }
  }

  /** Its outcome is unknown, so no other answer is allowed. */
  @Test
  void close_afterTheDrainTimeout_answersRequestsInProgress() throws Exception {
    Shop shop = Shop.open(HASTY);
    try (Socket inFlight = new Socket(InetAddress.getLoopbackAddress(), shop.server.port());
        LogLines javalin = LogLines.of("io.javalin")) {
      CompletableFuture<HealthReport> gate = new CompletableFuture<>();
      shop.health.state = gate;
      send(inFlight, HEALTH);
      Await.until("the request is in flight", () -> gate.getNumberOfDependents() > 0);
      shop.close();
      assertThat(rest(inFlight))
          .startsWith("HTTP/1.1 504")
          .contains("Connection: close", "600002")
          .endsWith("}");
      assertThat(javalin.containing("failed to stop gracefully")).hasSize(1);
    }
  }

  @Test
  void close_withoutRequests_mayBeRepeated() {
    Shop shop = Shop.open();
    shop.till().get("/health/live").expect(200);
    shop.close();
    shop.close();
  }

  /** A connection is either closed or answered 503, whichever comes first. */
  private static void assertIsRefusedOrEnded(String answer) {
    if (!answer.isEmpty()) {
      assertThat(answer)
          .startsWith("HTTP/1.1 503")
          .contains("Connection: close", "600003")
          .endsWith("}");
    }
  }

  private static String ask(Socket socket) throws IOException {
    try {
      send(socket, HEALTH);
    } catch (IOException e) {
      // Closed in between.
      return "";
    }
    return rest(socket);
  }

  /** Up to the end of the connection; it has to end. */
  private static String rest(Socket socket) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(read);
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (SocketException e) {
      // Reset; what came before counts.
    }
    return read.toString(StandardCharsets.UTF_8);
  }

  /** Sends until the answer is not 200; returns the rest up to the end of the connection. */
  private static String lastAnswer(int port, AtomicInteger answers) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String head = askAndReadHead(socket);
      while (head.startsWith("HTTP/1.1 200") && head.endsWith("\r\n\r\n")) {
        int length = Integer.parseInt(head.replaceAll("(?is).*content-length: (\\d+).*", "$1"));
        assertThat(socket.getInputStream().readNBytes(length)).hasSize(length);
        answers.incrementAndGet();
        head = askAndReadHead(socket);
      }
      return head + rest(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String askAndReadHead(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    try {
      send(socket, LIVE);
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = socket.getInputStream().read();
        if (next < 0) {
          return head.toString();
        }
        head.append((char) next);
      }
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (SocketException e) {
      // Closed in between, or in the midst of an answer, which the caller sees.
    }
    return head.toString();
  }

  private static void send(Socket socket, String request) throws IOException {
    socket.setSoTimeout(60_000);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }

  private static boolean isRefused(int port) {
    try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return !probe.isConnected();
    } catch (IOException e) {
      return true;
    }
  }
}
