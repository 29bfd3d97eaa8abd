package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.web.load.LoadLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Slow callers, several times as many as there are web threads. */
@Slow
class SlowCallerTest extends SlowCallerFixture {

  private static final String HEAD =
      "POST /api/v1/carts?terminal_id=A1234-5678-9 HTTP/1.1\r\nHost: x\r\nX-API-KEY: key9\r\n";

  private static final LoadLimits UNREAD =
      new LoadLimits(100, 4, 100, Duration.ofMillis(500), 1_000_000);

  @Test
  void slowlySentBody_is408AndCut_withoutHoldingAThread() throws Exception {
    try (Shop shop = Shop.open(config(new LoadLimits(4, 0, 100, Duration.ofSeconds(3), 100_000)))) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        Socket socket = connect(shop);
        send(socket, HEAD + "Content-Length: 1000\r\n\r\n{");
        answers.add(callers.submit(() -> trickle(socket)));
      }
      // There are fewer threads and places than slow callers, yet these requests get through.
      for (int i = 0; i < 10; i++) {
        shop.till().cart();
      }
      for (Future<String> answer : answers) {
        assertThat(answer.get(60, TimeUnit.SECONDS))
            .startsWith("HTTP/1.1 408")
            .contains("Connection: close", "600002");
      }
      assertThat(shop.server.load().cut()).isEqualTo(CALLERS);
      shop.till().cart();
    }
  }

  @Test
  void missingBody_is408_evenIfTheIdleTimeoutIsShorter() throws Exception {
    LoadLimits patient = new LoadLimits(4, 4, 100, Duration.ofSeconds(60), 100_000);
    try (Shop shop = Shop.open(config(patient, Duration.ofMillis(300)))) {
      Socket silent = connect(shop);
      send(silent, HEAD + "Content-Length: 2\r\n\r\n{");
      assertThat(readAll(silent)).startsWith("HTTP/1.1 408").contains("600002");
    }
  }

  @Test
  void bodySentInPieces_isAssembled() throws Exception {
    try (Shop shop = Shop.open(config(LoadLimits.DEFAULT))) {
      Socket known = connect(shop);
      send(known, HEAD + "Content-Length: 2\r\nConnection: close\r\n\r\n{");
      Await.until("it is connected", () -> shop.server.load().connections() == 1);
      send(known, "}");
      assertThat(readAll(known)).startsWith("HTTP/1.1 201");
      Socket chunked = connect(shop);
      send(chunked, HEAD + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n1\r\n{\r\n");
      Await.until("it is connected", () -> shop.server.load().connections() == 1);
      send(chunked, "1\r\n}\r\n0\r\n\r\n");
      assertThat(readAll(chunked)).startsWith("HTTP/1.1 201");
      Socket broken = connect(shop);
      send(broken, HEAD + "Content-Length: 9\r\nConnection: close\r\n\r\n{");
      broken.shutdownOutput();
      assertThat(readAll(broken)).doesNotStartWith("HTTP/1.1 2").doesNotStartWith("HTTP/1.1 5");
    }
  }

  @Test
  void slowlySentHead_isCut() throws Exception {
    try (Shop shop =
        Shop.open(config(new LoadLimits(4, 4, 100, Duration.ofMillis(500), 100_000)))) {
      Socket first = connect(shop);
      send(first, "GET /health HTTP/1.1\r\nHost: x\r\nX: ");
      Socket second = connect(shop);
      send(second, "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\nGET /health HTTP/1.1\r\nX: ");
      Future<String> answer = callers.submit(() -> trickle(first));
      assertThat(trickle(second)).startsWith("HTTP/1.1 200").doesNotContain("HTTP/1.1 4");
      assertThat(answer.get(60, TimeUnit.SECONDS)).isEmpty();
      assertThat(shop.server.load().cut()).isEqualTo(2);
    }
  }

  /** Clients that keep sending and never read, until the socket buffers are full of answers. */
  @Test
  void clientThatNeverReads_isCut_withoutHoldingAThread() throws Exception {
    try (Shop shop = Shop.open(config(UNREAD, Duration.ofSeconds(60)))) {
      List<Future<Integer>> asking = new ArrayList<>();
      for (int i = 0; i < THREADS + 2; i++) {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(2_048);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), shop.server.port()));
        sockets.add(socket);
        asking.add(callers.submit(() -> askUntilCut(socket)));
      }
      Await.until("connections are cut", () -> shop.server.load().cut() >= 1);
      for (int i = 0; i < 10; i++) {
        shop.till().cart();
      }
      for (Future<Integer> asked : asking) {
        assertThat(asked.get(120, TimeUnit.SECONDS)).isPositive();
      }
      assertThat(shop.server.load().cut()).isEqualTo(THREADS + 2);
    }
  }

  private static int askUntilCut(Socket socket) {
    // The answer repeats what was not found, so it is as long as the request.
    String unknown = "GET /api/v1/carts/" + "x".repeat(14_000);
    byte[] requests =
        (unknown + HEAD.substring(HEAD.indexOf('?')) + "\r\n")
            .repeat(4)
            .getBytes(StandardCharsets.US_ASCII);
    int asked = 0;
    try {
      OutputStream out = socket.getOutputStream();
      while (true) {
        out.write(requests);
        asked++;
      }
    } catch (IOException e) {
      return asked;
    }
  }

  /** Sends a byte occasionally until the server closes the connection; returns its answer. */
  private static String trickle(Socket socket) throws Exception {
    StringBuilder read = new StringBuilder();
    socket.setSoTimeout(50);
    try {
      while (true) {
        socket.getOutputStream().write(' ');
        if (isOver(socket, read)) {
          return read.toString();
        }
      }
    } catch (IOException e) {
      // Reset: nothing more will come.
      return read.toString();
    }
  }

  private static boolean isOver(Socket socket, StringBuilder read) throws IOException {
    try {
      int next = socket.getInputStream().read();
      while (next >= 0) {
        read.append((char) next);
        next = socket.getInputStream().read();
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
