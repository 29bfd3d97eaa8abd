package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.web.load.LoadLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Callers who are slow or many, over TLS. */
@Slow
class TlsLimitsTest extends TlsFixture {

  @Test
  void slowCallers_areCut_asWithoutTls() throws Exception {
    LoadLimits limits = new LoadLimits(4, 4, 2, Duration.ofMillis(500), 100_000);
    try (Shop shop = Shop.open(config(limits, Duration.ofSeconds(3)))) {
      try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), shop.server.port())) {
        assertThat(isCut(silent, new byte[0])).isTrue();
      }
      try (Socket trickling =
          TestCertificate.trusting(files)
              .getSocketFactory()
              .createSocket(InetAddress.getLoopbackAddress(), shop.server.port())) {
        trickling
            .getOutputStream()
            .write("GET /health HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));
        assertThat(isCut(trickling, new byte[] {'x'})).isTrue();
      }
      assertThat(shop.server.load().cut()).isPositive();
    }
  }

  @Test
  void tooManyConnections_areCut_andTheNewOneIsServed() throws Exception {
    LoadLimits limits = new LoadLimits(4, 4, 2, Duration.ofSeconds(60), 100_000);
    try (Shop shop = Shop.open(config(limits, Duration.ofSeconds(60)));
        Socket first = new Socket(InetAddress.getLoopbackAddress(), shop.server.port());
        Socket second = new Socket(InetAddress.getLoopbackAddress(), shop.server.port())) {
      Await.until("both are connected", () -> shop.server.load().connections() == 2);
      assertThat(post(shop, "/api/v1/carts?terminal_id=A1234-5678-9", "TLSv1.3").statusCode())
          .isEqualTo(201);
      assertThat(shop.server.load().cut()).isEqualTo(1);
      assertThat(first.isConnected() && second.isConnected()).isTrue();
    }
  }

  private WebConfig config(LoadLimits limits, Duration idleTimeout) {
    return WebConfigs.withTls(
        WebConfigs.of(
            Optional.of("127.0.0.1"),
            0,
            65_536,
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            idleTimeout,
            16,
            Set.of(),
            "0.1.0",
            limits,
            0),
        files);
  }

  /** Sends the bytes again and again until the connection ends. */
  private static boolean isCut(Socket socket, byte[] bytes) throws IOException {
    socket.setSoTimeout(100);
    return Await.within(Duration.ofSeconds(60), () -> hasEnded(socket, bytes));
  }

  private static boolean hasEnded(Socket socket, byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
