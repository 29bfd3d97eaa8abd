package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class DrainTest {

  private static final String HEALTH = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n";

  @Test
  void close_letsTheRequestInFlightFinish_andTakesNoNewOne() throws Exception {
    Shop shop = Shop.open();
    int port = shop.server.port();
    CompletableFuture<HealthReport> gate = new CompletableFuture<>();
    try (Socket inFlight = new Socket(InetAddress.getLoopbackAddress(), port);
        Socket idle = new Socket(InetAddress.getLoopbackAddress(), port)) {
      shop.health.state = gate;
      send(inFlight);
      await(() -> gate.getNumberOfDependents() > 0);
      CompletableFuture<Void> closed = CompletableFuture.runAsync(shop::close);
      await(() -> isRefused(port));
      assertThat(answerOrEnd(idle)).doesNotStartWith("HTTP/1.1 200");
      assertThat(closed).isNotDone();
      gate.complete(HealthReport.HEALTHY);
      assertThat(new String(inFlight.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 200")
          .contains("\"status\":\"healthy\"");
      closed.get(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void close_withoutRequests_isQuietTwice() {
    Shop shop = Shop.open();
    shop.till().get("/health/live").expect(200);
    shop.close();
    shop.close();
  }

  /** An idle connection is either closed or told 503, depending on which comes first. */
  private static String answerOrEnd(Socket socket) {
    try {
      send(socket);
      byte[] bytes = socket.getInputStream().readAllBytes();
      String answer = new String(bytes, StandardCharsets.UTF_8);
      if (!answer.isEmpty()) {
        assertThat(answer).startsWith("HTTP/1.1 503").contains("Connection: close", "600003");
      }
      return answer;
    } catch (IOException e) {
      return "";
    }
  }

  private static void send(Socket socket) throws IOException {
    socket.setSoTimeout(60_000);
    socket.getOutputStream().write(HEALTH.getBytes(StandardCharsets.US_ASCII));
  }

  private static boolean isRefused(int port) {
    try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return !probe.isConnected();
    } catch (IOException e) {
      return true;
    }
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.onSpinWait();
    }
  }
}
