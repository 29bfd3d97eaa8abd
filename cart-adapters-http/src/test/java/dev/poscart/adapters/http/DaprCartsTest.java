package dev.poscart.adapters.http;

import static dev.poscart.domain.fixtures.Await.portFailure;
import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.PredecessorCarts.Copy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions about carts to a Dapr sidecar on a real socket. */
class DaprCartsTest {

  private static final CartId ID = new CartId("35571369-9cde-4e91-9b07-6805d51cf531");

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile int status = 200;
  private volatile String body = "";
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private HttpServer sidecar;
  private DaprCarts carts;

  @BeforeEach
  void start() throws IOException {
    sidecar = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    sidecar.setExecutor(threads);
    sidecar.createContext("/", this::answer);
    sidecar.start();
    URI address = URI.create("http://127.0.0.1:" + sidecar.getAddress().getPort());
    carts =
        new DaprCarts(
            new PeerServiceClient(
                new PeerServiceConfig("cartstore", address, Duration.ofSeconds(20))));
  }

  @AfterEach
  void stop() {
    gate.countDown();
    sidecar.stop(0);
    threads.shutdownNow();
  }

  @Test
  void cartThatTheStateStoreLacks_isNotFound() {
    status = 204;

    assertThat(result(carts.find("K7310", ID))).isEmpty();
    assertThat(asked).containsExactly("GET /v1.0/state/cartstore/" + ID);
  }

  @Test
  void closedCart_isClosedWhateverItContains() {
    body = "{\"cart_id\":\"" + ID + "\",\"status\":\"Cancelled\"}";

    assertThat(result(carts.find("K7310", ID))).isEqualTo(Optional.of(new Copy.Closed()));
  }

  @Test
  void valueThatIsNoCart_isUnreadable() {
    for (String value :
        List.of("{", "null", "[]", "\"x\"", "{}", "{\"status\":\"Idle\"}", "{}{}")) {
      body = value;
      assertThat(portFailure(carts.find("K7310", ID)).category())
          .as(value)
          .isEqualTo(Category.UNREADABLE);
    }
  }

  @Test
  void answerThatDoesNotTell_isAFailure_neverAMissingCart() {
    body = "{\"errorCode\":\"ERR_STATE_GET\",\"message\":\"redis is away\"}";
    for (int each : List.of(400, 403, 404, 500, 503)) {
      status = each;
      assertThat(portFailure(carts.find("K7310", ID)).category())
          .as("status " + each)
          .isEqualTo(Category.UNAVAILABLE);
    }
  }

  @Test
  void sidecarWithoutThisStateStore_hasNoCarts_whichIsLoggedOnce() {
    try (LogLines lines = LogLines.of(DaprCarts.class.getName())) {
      status = 400;
      body = "{\"errorCode\":\"ERR_STATE_STORE_NOT_FOUND\",\"message\":\"cartstore is not found\"}";
      assertThat(result(carts.find("K7310", ID))).isEmpty();
      status = 500;
      body = "{\"errorCode\":\"ERR_STATE_STORE_NOT_CONFIGURED\",\"message\":\"no state stores\"}";
      assertThat(result(carts.find("K7310", ID))).isEmpty();

      assertThat(lines.all()).hasSize(1);
    }
  }

  @Test
  void lookUpsBeyondTheBound_areRefused_untilOthersHaveEnded() {
    status = 204;
    gate = new CountDownLatch(1);
    List<CompletionStage<Optional<Copy>>> waiting = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      waiting.add(carts.find("K7310", ID));
    }

    assertThat(portFailure(carts.find("K7310", ID)).category()).isEqualTo(Category.UNAVAILABLE);

    gate.countDown();
    waiting.forEach(Await::result);
    assertThat(result(carts.find("K7310", ID))).isEmpty();
  }

  @Test
  void removal_deletesTheEntry_andDoesNotFailIfItCannot() {
    status = 204;
    result(carts.remove(ID).thenApply(removed -> true));
    assertThat(asked).containsExactly("DELETE /v1.0/state/cartstore/" + ID);

    status = 500;
    try (LogLines lines = LogLines.of(DaprCarts.class.getName())) {
      result(carts.remove(ID).thenApply(removed -> true));
      assertThat(lines.all()).hasSize(1);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
    if (status != 204) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
