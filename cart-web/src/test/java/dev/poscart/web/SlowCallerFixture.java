package dev.poscart.web;

import dev.poscart.web.load.LoadLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;

/** Callers on their own sockets. */
abstract class SlowCallerFixture {

  static final int THREADS = 10;
  static final int CALLERS = 24;

  final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    callers.shutdownNow();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  static String readAll(Socket socket) {
    StringBuilder read = new StringBuilder();
    try {
      int next = socket.getInputStream().read();
      while (next >= 0) {
        read.append((char) next);
        next = socket.getInputStream().read();
      }
    } catch (IOException e) {
      // Reset: nothing more will come.
    }
    return read.toString();
  }

  Socket connect(Shop shop) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), shop.server.port());
    socket.setSoTimeout(60_000);
    sockets.add(socket);
    return socket;
  }

  /**
   * The server keeps idle connections for longer than the till's HTTP client does: if it closed one
   * at the moment at which the till sends its next request, that request would have no answer.
   */
  static WebConfig config(LoadLimits limits) {
    return config(limits, Duration.ofSeconds(60));
  }

  static WebConfig config(LoadLimits limits, Duration idleTimeout) {
    return WebConfigs.of(
        Optional.of("127.0.0.1"),
        0,
        65_536,
        Duration.ofSeconds(1),
        Duration.ofSeconds(20),
        idleTimeout,
        THREADS,
        Set.of(),
        "0.1.0",
        limits,
        0);
  }
}
