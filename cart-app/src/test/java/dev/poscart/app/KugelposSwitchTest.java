package dev.poscart.app;

import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.TestTill.Answer;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Race;
import dev.poscart.domain.fixtures.Slow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/**
 * Kugelpos and this service on one database. Each terminal changes sides at any time, and both
 * sides are killed at any step. {@code -Dposcart.switch.turns=N} makes it longer, {@code
 * -Dposcart.seed=N} repeats the same choices.
 */
@Slow
class KugelposSwitchTest {

  private static final List<String> TILLS = List.of("2101-1", "2101-2", "2102-1");
  private static final int TURNS = Integer.getInteger("poscart.switch.turns", 15);
  private static final long SEED = Long.getLong("poscart.seed", System.nanoTime());

  private final KugelposShop shop = KugelposShop.restore();

  /** The answered sales and voids, as terminal and number. */
  private final Set<String> answered = ConcurrentHashMap.newKeySet();

  /** What kugelpos may have left half done, as terminal and number. */
  private final Set<String> halfDone = ConcurrentHashMap.newKeySet();

  private final AtomicInteger kills = new AtomicInteger();
  private volatile ServiceProcess service;

  KugelposSwitchTest() throws Exception {
    service = ServiceProcess.start(shop.options());
  }

  @AfterEach
  void close() {
    service.abandon();
    shop.close();
  }

  @Test
  void terminalsThatChangeSides_loseNothing_andDoubleNothing() {
    Race.of(TILLS.size(), i -> trade(TILLS.get(i), new Random(SEED + i)));
    Await.until("kugelpos knows everything", () -> flagged() == 0);

    Map<String, Integer> entries = new HashMap<>();
    Map<String, Integer> reversals = new HashMap<>();
    for (Document entry : log()) {
      entries.merge(name(entry, "transaction_no"), 1, Integer::sum);
      Document origin = entry.get("origin", Document.class);
      if (origin != null) {
        reversals.merge(name(origin, "transaction_no"), 1, Integer::sum);
      }
    }
    assertThat(entries.keySet()).as("seed %d", SEED).containsAll(answered);
    assertThat(entries.values()).as("seed %d", SEED).containsOnly(1);
    // Kugelpos returned this sale twice on its own, voiding one of the returns.
    assertThat(reversals.values()).as("seed %d", SEED).containsOnly(1);
    assertThat(shop.problemsOfKugelpos())
        .as("seed %d", SEED)
        .allMatch(problem -> halfDone.stream().anyMatch(problem::startsWith));
    assertThat(kills.get()).isPositive();
  }

  private boolean trade(String till, Random random) {
    KugelposWriter kugelpos = new KugelposWriter(shop, till, random);
    List<Integer> sales = new ArrayList<>();
    for (int turn = 0; turn < TURNS; turn++) {
      boolean here = random.nextBoolean();
      CompletableFuture<Void> kill =
          CompletableFuture.runAsync(random.nextInt(12) == 0 ? this::restart : () -> {});
      if (sales.isEmpty() || random.nextInt(3) > 0) {
        sales.add(here ? sellHere(till) : sellAtKugelpos(till, kugelpos));
      } else {
        int sale = sales.remove(random.nextInt(sales.size()));
        reverse(till, kugelpos, here, sale);
        reverse(till, kugelpos, !here, sale);
      }
      sales.remove((Integer) 0);
      kill.join();
    }
    return true;
  }

  private void reverse(String till, KugelposWriter kugelpos, boolean here, int sale) {
    int last = here ? voidHere(till, sale) : voidAtKugelpos(till, kugelpos, sale);
    if (last > 0) {
      answered.add(till + " " + last);
    }
  }

  private int sellAtKugelpos(String till, KugelposWriter kugelpos) {
    try {
      int number = kugelpos.sell();
      answered.add(till + " " + number);
      return number;
    } catch (KugelposWriter.Killed e) {
      leaveHalfDone(till);
      return 0;
    }
  }

  private int voidAtKugelpos(String till, KugelposWriter kugelpos, int sale) {
    try {
      return kugelpos.voidSale(sale);
    } catch (KugelposWriter.Killed e) {
      halfDone.add("K7310-" + till + " no. " + sale + ":");
      leaveHalfDone(till);
      return 0;
    }
  }

  /** The killed process may or may not have logged its entry. */
  private void leaveHalfDone(String till) {
    int last =
        log().stream()
            .filter(entry -> name(entry, "transaction_no").startsWith(till + " "))
            .mapToInt(entry -> entry.getInteger("transaction_no"))
            .max()
            .orElseThrow();
    halfDone.add("K7310-" + till + " no. " + last + ":");
  }

  private int sellHere(String till) {
    String cart = call(201, till, "POST", "/carts", "{}").data().path("cartId").textValue();
    call(
        200,
        till,
        "POST",
        "/carts/" + cart + "/lineItems",
        "[{\"itemCode\": \"4901000000011\", \"quantity\": 1}]");
    call(200, till, "POST", "/carts/" + cart + "/subtotal", "");
    call(200, till, "POST", "/carts/" + cart + "/payments", tender(till));
    JsonNode sale = call(200, till, "POST", "/carts/" + cart + "/bill", "").data();
    answered.add(till + " " + sale.path("transactionNo").asInt());
    return sale.path("transactionNo").asInt();
  }

  private int voidHere(String till, int sale) {
    String path =
        "/tenants/K7310/stores/%s/terminals/%s/transactions/%d"
            .formatted(till.substring(0, 4), till.substring(5), sale);
    JsonNode entry = call(200, till, "GET", path, "").data();
    List<String> tenders = new ArrayList<>();
    entry
        .path("payments")
        .forEach(
            payment ->
                tenders.add(
                    "{\"paymentCode\": \"%s\", \"amount\": %s}"
                        .formatted(
                            payment.path("paymentCode").asText(),
                            payment.path("paymentAmount").asText())));
    Answer answer = call(0, till, "POST", path + "/void", tenders.toString());
    assertThat(answer.status()).as(answer.toString()).isIn(200, 400);
    return answer.data().path("transactionNo").asInt();
  }

  /** What the tea costs in the store of a terminal. */
  private static String tender(String till) {
    String amount = till.startsWith("2101") ? "150" : "140";
    return "[{\"paymentCode\": \"01\", \"amount\": " + amount + "}]";
  }

  /** Repeats a request under one key until it is answered. */
  private Answer call(int status, String till, String method, String path, String body) {
    String key = UUID.randomUUID().toString();
    Answer answer =
        Await.until(
            "an answer to " + path,
            () -> attempt(till, key, method, path, body),
            attempt -> attempt.status() > 0 && attempt.status() < 500 && attempt.status() != 409);
    return status == 0 ? answer : TestTill.expect(status, answer);
  }

  private Answer attempt(String till, String key, String method, String path, String body) {
    try {
      return shop.till(service.port(), till).keyed(key).call(method, path, body);
    } catch (IOException e) {
      return new Answer(0, TestTill.json("{}"));
    }
  }

  private synchronized void restart() {
    try {
      service.kill();
      kills.incrementAndGet();
      service = ServiceProcess.start(shop.options());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private long flagged() {
    return log().stream().filter(entry -> entry.containsKey("kugelpos_due")).count();
  }

  private List<Document> log() {
    return result(Flux.from(shop.collection("log_tran").find()).collectList().toFuture());
  }

  private static String name(Document entry, String number) {
    return "%s-%s %s"
        .formatted(entry.get("store_code"), entry.get("terminal_no"), entry.get(number));
  }
}
