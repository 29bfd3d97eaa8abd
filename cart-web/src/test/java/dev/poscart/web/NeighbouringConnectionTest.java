package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.web.RawConnection.RawAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Requests of one caller have no effect on another one's answers. */
class NeighbouringConnectionTest {

  private static final int REQUESTS = 6_000;

  /** The second request is malformed, and both arrive at once. */
  private static final byte[] BROKEN_PIPELINE =
      "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n{}\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  @Test
  void malformedPipelines_doNotDisturbATillsAnswers() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    try (Shop shop = Shop.open();
        RawConnection till = new RawConnection(shop.server.port())) {
      List<CompletableFuture<Void>> disturbing =
          Stream.generate(() -> CompletableFuture.runAsync(() -> disturb(shop, over)))
              .limit(2)
              .toList();
      try {
        for (int i = 0; i < REQUESTS; i++) {
          WireRequest request = WireRequest.of("", "GET", "/api/v1/carts/c" + i, "");
          RawAnswer answer = till.call(request.with("X-Request-Id: r" + i).bytes());
          assertThat(answer.header("X-Request-Id")).contains("r" + i);
          assertThat(answer.body()).contains("cart_id->c" + i + "\"");
        }
      } finally {
        over.set(true);
        CompletableFuture.allOf(disturbing.toArray(CompletableFuture[]::new)).join();
      }
    }
  }

  private static void disturb(Shop shop, AtomicBoolean over) {
    try (RawConnection connection = new RawConnection(shop.server.port())) {
      while (!over.get()) {
        // The malformed one may be cut off without an answer.
        assertThat(connection.callToTheEnd(BROKEN_PIPELINE))
            .extracting(RawAnswer::status)
            .startsWith(404)
            .isSubsetOf(404, 400);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
