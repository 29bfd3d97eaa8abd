package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.adapters.mongo.WireServer;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances on one database are restarted in turn while terminals sell. */
@Slow
class RollingRestartTest {

  private static final int TERMINALS = 6;
  private static final int SALES_BETWEEN = 15;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path folder;

  private final AtomicInteger sales = new AtomicInteger();
  private final AtomicInteger retries = new AtomicInteger();
  private final ServiceProcess[] services = new ServiceProcess[2];
  private volatile int[] ports = new int[2];
  private volatile boolean closingTime;

  /** One request of a terminal; it may be sent to both instances. */
  @FunctionalInterface
  private interface Step {
    TestTill.Answer send(TestTill till) throws IOException;
  }

  @Test
  void rollingRestart_isInvisibleToTerminalsThatRetryOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(TERMINALS);
    try (WireServer mongo = WireServer.start()) {
      List<String> options =
          List.of("--store-profile", profile(), "--mongodb-uri", mongo.connectionString());
      start(0, options);
      start(1, options);
      List<Future<Integer>> sellers = new ArrayList<>();
      for (int terminalNo = 1; terminalNo <= TERMINALS; terminalNo++) {
        int number = terminalNo;
        sellers.add(threads.submit(() -> sellUntilClosing(number)));
      }
      awaitMoreSales();
      for (int instance = 0; instance < 2; instance++) {
        assertThat(services[instance].terminate()).isZero();
        awaitMoreSales();
        start(instance, options);
        awaitMoreSales();
      }
      closingTime = true;
      checkLogs(sellers);
      assertThat(retries.get()).isPositive();
      assertThat(services[0].terminate()).isZero();
      assertThat(services[1].terminate()).isZero();
    } finally {
      closingTime = true;
      threads.shutdownNow();
    }
  }

  private void start(int instance, List<String> options) throws Exception {
    services[instance] = ServiceProcess.start(options);
    int[] next = ports.clone();
    next[instance] = services[instance].port();
    ports = next;
  }

  private int sellUntilClosing(int terminalNo) throws IOException {
    int sold = 0;
    while (!closingTime) {
      String cart =
          step(terminalNo, 201, till -> till.post("/carts", "{}")).path("cartId").textValue();
      step(terminalNo, 200, till -> till.add(cart, "A", 1));
      step(terminalNo, 200, till -> till.add(cart, "J", 2));
      step(terminalNo, 200, till -> till.subtotal(cart));
      step(terminalNo, 200, till -> till.pay(cart, "01", "326"));
      step(terminalNo, 200, till -> till.bill(cart));
      sold++;
      sales.incrementAndGet();
    }
    return sold;
  }

  /** Sends to the terminal's own instance and, if that is down, once to the other one. */
  private JsonNode step(int terminalNo, int expected, Step step) throws IOException {
    int own = terminalNo % 2;
    try {
      TestTill.Answer answer = step.send(till(terminalNo, own));
      if (answer.status() != 503) {
        return TestTill.expect(expected, answer).data();
      }
    } catch (IOException e) {
      // Refused or closed: the instance is shutting down.
    }
    retries.incrementAndGet();
    return TestTill.expect(expected, step.send(till(terminalNo, 1 - own))).data();
  }

  private void checkLogs(List<Future<Integer>> sellers) throws Exception {
    for (int terminalNo = 1; terminalNo <= TERMINALS; terminalNo++) {
      int sold = sellers.get(terminalNo - 1).get(120, TimeUnit.SECONDS);
      checkLog(till(terminalNo, 0).transactions(), sold);
      checkLog(till(terminalNo, 1).transactions(), sold);
    }
  }

  private static void checkLog(JsonNode log, int sold) {
    assertThat(log).hasSize(sold);
    for (int i = 0; i < sold; i++) {
      assertThat(log.path(i).path("transactionNo").intValue()).isEqualTo(i + 1);
      assertThat(log.path(i).path("receiptNo").intValue()).isEqualTo(111_111 + i);
    }
  }

  private void awaitMoreSales() {
    int goal = sales.get() + SALES_BETWEEN;
    Await.until("more is sold", () -> sales.get() >= goal);
  }

  private String profile() throws IOException {
    return Files.writeString(folder.resolve("shop.json"), TestShop.profile(TERMINALS)).toString();
  }

  private TestTill till(int terminalNo, int instance) {
    return new TestTill(
        CLIENT, ports[instance], TestShop.terminalId(terminalNo), TestShop.apiKey(terminalNo));
  }
}
