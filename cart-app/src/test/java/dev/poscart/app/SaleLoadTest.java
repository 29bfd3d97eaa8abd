package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.itemmaster.CountingItemMaster;
import dev.poscart.app.profile.StoreProfileReader;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forty tills at once, each with whole sales of twenty items over HTTP. */
class SaleLoadTest {

  private static final int TERMINALS = 40;
  private static final int SALES = 2;
  private static final int ITEMS = 20;

  @TempDir Path folder;

  private final ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();

  @Test
  void fortyTerminals_logEachSaleOnce_withoutGapsInTheNumbers() throws Exception {
    Path profile = Files.writeString(folder.resolve("shop.json"), TestShop.profile(TERMINALS));
    try (CountingItemMaster itemMaster =
        new CountingItemMaster(new StoreProfileReader("20251123").readFile(profile).catalogue())) {
      Poscart service = start(profile, itemMaster.target());
      try {
        HttpClient client = HttpClient.newHttpClient();
        Map<Integer, List<JsonNode>> billed = sell(service.port(), client);
        for (int terminalNo = 1; terminalNo <= TERMINALS; terminalNo++) {
          checkLog(
              till(service.port(), client, terminalNo), billed.getOrDefault(terminalNo, List.of()));
        }
        assertThat(statuses).allMatch(status -> status <= 499);
        assertThat(itemMaster.transports()).isEqualTo(1);
      } finally {
        service.stop().toCompletableFuture().join();
      }
    }
  }

  private Poscart start(Path profile, String itemMaster) {
    return TestShop.start(folder, profile, itemMaster, Map.of());
  }

  private Map<Integer, List<JsonNode>> sell(int port, HttpClient client) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(TERMINALS);
    try {
      Map<Integer, Future<List<JsonNode>>> running = new HashMap<>();
      for (int terminalNo = 1; terminalNo <= TERMINALS; terminalNo++) {
        TestTill till = till(port, client, terminalNo);
        running.put(terminalNo, threads.submit(() -> sales(till)));
      }
      Map<Integer, List<JsonNode>> billed = new HashMap<>();
      for (Map.Entry<Integer, Future<List<JsonNode>>> entry : running.entrySet()) {
        billed.put(entry.getKey(), entry.getValue().get(120, TimeUnit.SECONDS));
      }
      return billed;
    } finally {
      threads.shutdownNow();
    }
  }

  private List<JsonNode> sales(TestTill till) throws IOException {
    List<JsonNode> billed = new ArrayList<>();
    for (int sale = 0; sale < SALES; sale++) {
      String cart = till.createCart();
      for (int item = 0; item < ITEMS; item++) {
        statuses.add(TestTill.expect(200, till.add(cart, item % 2 == 0 ? "A" : "J", 1)).status());
      }
      statuses.add(TestTill.expect(200, till.subtotal(cart)).status());
      // 10 x 100 and 10 % on top, 10 x 108: 2,180 yen.
      statuses.add(TestTill.expect(200, till.pay(cart, "01", "3000")).status());
      billed.add(TestTill.expect(200, till.bill(cart)).data());
    }
    return billed;
  }

  private static void checkLog(TestTill till, List<JsonNode> billed) throws IOException {
    JsonNode log = till.transactions();
    assertThat(log).hasSize(SALES);
    for (int i = 0; i < SALES; i++) {
      JsonNode transaction = log.path(i);
      assertThat(transaction.path("transactionNo").intValue()).isEqualTo(i + 1);
      assertThat(transaction.path("receiptNo").intValue()).isEqualTo(111_111 + i);
      assertThat(transaction.path("totalAmountWithTax").decimalValue())
          .isEqualByComparingTo("2180");
      assertThat(transaction.path("changeAmount").decimalValue()).isEqualByComparingTo("820");
      assertThat(billed.get(i).path("transactionNo")).isEqualTo(transaction.path("transactionNo"));
      assertThat(billed.get(i).path("receiptNo")).isEqualTo(transaction.path("receiptNo"));
    }
  }

  private static TestTill till(int port, HttpClient client, int terminalNo) {
    return new TestTill(client, port, TestShop.terminalId(terminalNo), TestShop.apiKey(terminalNo))
        .checkingOneOf(11);
  }
}
