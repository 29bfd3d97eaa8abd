package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Kills the service with SIGKILL in the middle of a load, again and again. */
class KillTest {

  private static final int TERMINALS = 12;
  private static final int ROUNDS = 3;

  /** So many sales are acknowledged in a round before the kill. */
  private static final int SALES_BEFORE_KILL = 40;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path folder;

  /** What the terminals know: numbers of each cart whose bill was answered with 200. */
  private final Map<String, JsonNode> acknowledged = new ConcurrentHashMap<>();

  /** Carts whose bill was sent, by terminal. */
  private final Map<Integer, Set<String>> attempted = new ConcurrentHashMap<>();

  @Test
  void killedDuringLoad_onSqlite_noAcknowledgedBillIsLostOrDoubled() throws Exception {
    Path data = folder.resolve("data");
    killAgainAndAgain(List.of("--store-profile", profile(), "--data-dir", data.toString()));
  }

  /** The wire server keeps its data in this process, which outlives the kills. */
  @Test
  void killedDuringLoad_onMongoDb_noAcknowledgedBillIsLostOrDoubled() throws Exception {
    MongoServer mongo = new MongoServer(new MemoryBackend());
    try {
      // With more workers the server would hand out documents that another one is changing.
      mongo.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, 1);
      killAgainAndAgain(
          List.of("--store-profile", profile(), "--mongodb-uri", mongo.getConnectionString()));
    } finally {
      mongo.shutdownNow();
    }
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "MONGODB_TEST_URI", matches = ".+")
  void killedDuringLoad_onTheGivenMongoDb_noAcknowledgedBillIsLostOrDoubled() throws Exception {
    killAgainAndAgain(
        List.of(
            "--store-profile",
            profile(),
            "--mongodb-uri",
            System.getenv("MONGODB_TEST_URI"),
            "--db-name-prefix",
            "kill_" + System.nanoTime()));
  }

  private void killAgainAndAgain(List<String> options) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      sellUntilKilled(ServiceProcess.start(options));
    }
    ServiceProcess service = ServiceProcess.start(options);
    int sales = 0;
    for (int terminalNo = 1; terminalNo <= TERMINALS; terminalNo++) {
      sales += check(till(service.port(), terminalNo), terminalNo);
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS * SALES_BEFORE_KILL);
    assertThat(sales).isGreaterThanOrEqualTo(acknowledged.size());
    assertThat(service.terminate()).isZero();
  }

  private String profile() throws IOException {
    return Files.writeString(folder.resolve("shop.json"), TestShop.profile(TERMINALS)).toString();
  }

  private void sellUntilKilled(ServiceProcess service) throws Exception {
    AtomicInteger sales = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(TERMINALS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int terminalNo = 1; terminalNo <= TERMINALS; terminalNo++) {
        int number = terminalNo;
        running.add(threads.submit(() -> sell(till(service.port(), number), number, sales)));
      }
      await(() -> sales.get() >= SALES_BEFORE_KILL);
      service.kill();
      for (Future<?> seller : running) {
        seller.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Sells until the connection breaks. */
  private void sell(TestTill till, int terminalNo, AtomicInteger sales) {
    try {
      while (true) {
        String cart = till.createCart();
        TestTill.expect(200, till.add(cart, "A", 1));
        TestTill.expect(200, till.add(cart, "J", 2));
        TestTill.expect(200, till.subtotal(cart));
        TestTill.expect(200, till.pay(cart, "01", "326"));
        attempted.computeIfAbsent(terminalNo, no -> ConcurrentHashMap.newKeySet()).add(cart);
        acknowledged.put(cart, TestTill.expect(200, till.bill(cart)).data());
        sales.incrementAndGet();
      }
    } catch (IOException e) {
      // The service is dead: the terminal's day goes on after the restart.
    }
  }

  private int check(TestTill till, int terminalNo) throws IOException {
    JsonNode log = till.transactions();
    for (int i = 0; i < log.size(); i++) {
      assertThat(log.path(i).path("transactionNo").intValue()).isEqualTo(i + 1);
      assertThat(log.path(i).path("receiptNo").intValue()).isEqualTo(111_111 + i);
      assertThat(log.path(i).path("totalAmountWithTax").decimalValue()).isEqualByComparingTo("326");
    }
    Map<Integer, String> sold = new HashMap<>();
    for (String cart : attempted.getOrDefault(terminalNo, Set.of())) {
      JsonNode now = TestTill.expect(200, till.cart(cart)).data();
      if (now.path("cartStatus").textValue().equals("Completed")) {
        assertThat(sold.put(now.path("transactionNo").intValue(), cart)).isNull();
      }
      JsonNode answer = acknowledged.get(cart);
      if (answer != null) {
        assertThat(now).isEqualTo(answer);
      }
    }
    assertThat(sold).as("each entry of the log is one completed cart").hasSize(log.size());
    return log.size();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("the load makes no progress");
      }
      Thread.sleep(5);
    }
  }

  private static TestTill till(int port, int terminalNo) {
    return new TestTill(CLIENT, port, TestShop.terminalId(terminalNo), TestShop.apiKey(terminalNo))
        .checkingOneOf(11);
  }
}
