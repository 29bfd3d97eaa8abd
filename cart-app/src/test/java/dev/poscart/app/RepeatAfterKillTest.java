package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the service while bills are in flight, and repeats them under their keys. */
@Slow
class RepeatAfterKillTest {

  private static final int TERMINALS = 8;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path folder;
  private final AtomicInteger billed = new AtomicInteger();

  @Test
  void billsInFlightDuringAKill_takeEffectOnce_whenRepeatedWithTheirKeys() throws Exception {
    long seed = Long.getLong("poscart.seed", ThreadLocalRandom.current().nextLong());
    List<String> options =
        List.of("--store-profile", profile(), "--data-dir", folder.resolve("data").toString());
    ServiceProcess service = ServiceProcess.start(options);
    List<String> carts = new ArrayList<>();
    for (int terminalNo = 1; terminalNo <= TERMINALS; terminalNo++) {
      carts.add(paid(till(service.port(), terminalNo)));
    }
    JsonNode known = bill(till(service.port(), 1), carts.get(0));
    int port = service.port();
    IntStream.rangeClosed(2, TERMINALS).forEach(no -> billInBackground(port, no, carts));
    int beforeTheKill = new Random(seed).nextInt(TERMINALS);
    Await.until("some are billed", () -> billed.get() >= beforeTheKill);
    service.kill();

    service = ServiceProcess.start(options);
    for (int terminalNo = 1; terminalNo <= TERMINALS; terminalNo++) {
      TestTill till = till(service.port(), terminalNo);
      JsonNode billed = bill(till, carts.get(terminalNo - 1));
      assertThat(billed.path("transactionNo").intValue()).as("seed %s", seed).isEqualTo(1);
      assertThat(bill(till, carts.get(terminalNo - 1))).isEqualTo(billed);
      assertThat(till.transactions()).as("seed %s", seed).hasSize(1);
    }
    assertThat(bill(till(service.port(), 1), carts.get(0))).isEqualTo(known);
    assertThat(service.terminate()).isZero();
  }

  private void billInBackground(int port, int terminalNo, List<String> carts) {
    var unused =
        CompletableFuture.runAsync(
            () -> tryToBill(till(port, terminalNo), carts.get(terminalNo - 1)));
  }

  private static String paid(TestTill till) throws IOException {
    String cart = till.createCart();
    TestTill.expect(200, till.add(cart, "A", 1));
    TestTill.expect(200, till.add(cart, "J", 2));
    TestTill.expect(200, till.subtotal(cart));
    TestTill.expect(200, till.pay(cart, "01", "326"));
    return cart;
  }

  private static JsonNode bill(TestTill till, String cart) throws IOException {
    return TestTill.expect(200, till.keyed("bill-1").bill(cart)).data();
  }

  private void tryToBill(TestTill till, String cart) {
    try {
      till.keyed("bill-1").bill(cart);
      billed.incrementAndGet();
    } catch (IOException e) {
      // The service is dead: the bill is repeated after the restart.
    }
  }

  private String profile() throws IOException {
    return Files.writeString(folder.resolve("shop.json"), TestShop.profile(TERMINALS)).toString();
  }

  private static TestTill till(int port, int terminalNo) {
    return new TestTill(CLIENT, port, TestShop.terminalId(terminalNo), TestShop.apiKey(terminalNo));
  }
}
