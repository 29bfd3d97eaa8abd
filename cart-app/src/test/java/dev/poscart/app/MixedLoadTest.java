package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.app.config.Variable;
import dev.poscart.app.itemmaster.HangingItemMaster;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The item master hangs: it accepts calls and never answers. Half of the tills keep entering items
 * that were never looked up; the other half sell known items.
 */
@Slow
class MixedLoadTest {

  private static final int PAIRS = 4;
  private static final int SALES = 10;
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  /** An answer, and how long it took. */
  private record Timed(int status, String retryAfter, String body, Duration took) {}

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newFixedThreadPool(2 * PAIRS);
  private final AtomicInteger newCodes = new AtomicInteger();
  private HangingItemMaster master;
  private Poscart service;

  @BeforeEach
  void open() throws Exception {
    Path profile = Files.writeString(folder.resolve("shop.json"), TestShop.profile(2 * PAIRS));
    master = new HangingItemMaster(0);
    service =
        TestShop.start(
            folder,
            profile,
            master.target(),
            Map.of(Variable.GRPC_TIMEOUT, String.valueOf(DEADLINE.toSeconds())));
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    service.stop().toCompletableFuture().join();
    master.close();
  }

  @Test
  void whileTheMasterHangs_newItemsAreRefusedInTime_andOtherRoutesAreUnaffected() throws Exception {
    // Warms up the service and looks up the items of the sales.
    mixed(200);
    List<Timed> before = mixed(200);
    assertThat(master.transports()).isEqualTo(1);
    master.hang();
    long start = System.nanoTime();
    List<Timed> during = mixed(503);
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    master.answerAgain();

    // Far less than a till would need that waits for the master.
    assertThat(median(during)).isLessThan(median(before).multipliedBy(5).plusMillis(20));
    assertThat(during).filteredOn(sale -> sale.took().compareTo(DEADLINE) >= 0).isEmpty();
    // A silent connection may be dead: it is replaced every 5 s at most.
    assertThat(master.transports()).isLessThanOrEqualTo(2 + (int) (seconds / 5));
  }

  /** Runs all tills at once; the answers of the selling ones, each with 200. */
  private List<Timed> mixed(int statusForNewItems) throws Exception {
    ConcurrentLinkedQueue<Timed> refusals = new ConcurrentLinkedQueue<>();
    List<Callable<List<Timed>>> work = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      TestTill selling = till(2 * pair + 1);
      TestTill asking = till(2 * pair + 2);
      AtomicInteger begun = new AtomicInteger();
      work.add(() -> sell(selling, begun));
      work.add(
          () -> {
            refusals.addAll(askForNewItems(asking, begun, statusForNewItems));
            return List.of();
          });
    }
    List<Timed> sold = new ArrayList<>();
    for (Future<List<Timed>> done : threads.invokeAll(work, 120, TimeUnit.SECONDS)) {
      sold.addAll(done.get());
    }
    if (statusForNewItems == 503) {
      checkRefusals(List.copyOf(refusals));
    }
    assertThat(sold).hasSize(PAIRS * SALES * 5);
    return sold;
  }

  private static void checkRefusals(List<Timed> refusals) {
    assertThat(refusals)
        .isNotEmpty()
        .allSatisfy(
            refusal -> {
              assertThat(refusal.body()).contains("\"600001\"");
              assertThat(Integer.parseInt(refusal.retryAfter())).isBetween(1, 5);
              // The deadline, plus a margin for a busy machine.
              assertThat(refusal.took()).isLessThan(DEADLINE.multipliedBy(4));
            });
    // With the circuit breaker open, refusals come before the deadline.
    assertThat(refusals).anySatisfy(refusal -> assertThat(refusal.took()).isLessThan(DEADLINE));
  }

  private List<Timed> sell(TestTill till, AtomicInteger begun) throws IOException {
    List<Timed> answers = new ArrayList<>();
    for (int sale = 0; sale < SALES; sale++) {
      begun.incrementAndGet();
      String cart = till.createCart();
      answers.add(timed(() -> till.add(cart, "A", 1)));
      answers.add(timed(() -> till.add(cart, "J", 1)));
      answers.add(timed(() -> till.subtotal(cart)));
      answers.add(timed(() -> till.pay(cart, "01", "300")));
      answers.add(timed(() -> till.bill(cart)));
    }
    return answers;
  }

  private static Timed timed(Callable<TestTill.Answer> request) throws IOException {
    long start = System.nanoTime();
    try {
      int status = TestTill.expect(200, request.call()).status();
      return new Timed(status, "", "", Duration.ofNanos(System.nanoTime() - start));
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  /** Two new items while the other till of the pair makes one sale. */
  private List<Timed> askForNewItems(TestTill till, AtomicInteger begun, int expected)
      throws Exception {
    List<Timed> answers = new ArrayList<>();
    String cart = till.createCart();
    for (int i = 0; i < 2 * SALES; i++) {
      int sale = i / 2;
      Await.until("the next sale begins", () -> begun.get() > sale);
      Timed answer = add(till.terminalId(), cart, "NEW" + newCodes.incrementAndGet());
      assertThat(answer.status()).as(answer.body()).isEqualTo(expected);
      answers.add(answer);
    }
    return answers;
  }

  private Timed add(String terminalId, String cart, String itemCode) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:%d/api/v1/carts/%s/lineItems?terminal_id=%s"
                        .formatted(service.port(), cart, terminalId)))
            .header("X-API-KEY", TestShop.apiKey(number(terminalId)))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "[{\"itemCode\": \"" + itemCode + "\", \"quantity\": 1}]"))
            .build();
    long start = System.nanoTime();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    return new Timed(
        answer.statusCode(),
        answer.headers().firstValue("Retry-After").orElse("0"),
        answer.body(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private static int number(String terminalId) {
    return Integer.parseInt(terminalId.substring(terminalId.lastIndexOf('-') + 1));
  }

  private TestTill till(int terminalNo) {
    return new TestTill(
        client, service.port(), TestShop.terminalId(terminalNo), TestShop.apiKey(terminalNo));
  }

  private static Duration median(List<Timed> answers) {
    return answers.stream().map(Timed::took).sorted().toList().get(answers.size() / 2);
  }
}
