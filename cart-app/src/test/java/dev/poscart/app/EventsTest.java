package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Variable;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.web.Contract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Closed sales reach the peer services through the whole service, over sockets. */
class EventsTest {

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<JsonNode> received = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile int status = 204;
  private HttpServer broker;

  @BeforeEach
  void open() throws IOException {
    broker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    broker.setExecutor(threads);
    broker.createContext("/v1.0/publish/pubsub-tranlog-report/topic-tranlog", this::answer);
    broker.start();
    Files.writeString(folder.resolve("shop.json"), TestShop.profile(2));
  }

  @AfterEach
  void close() {
    gate.countDown();
    broker.stop(0);
    threads.shutdownNow();
  }

  @Test
  void d53_aBillIsAnswered_whileTheBrokerStaysSilent() throws IOException {
    gate = new CountDownLatch(1);
    Poscart service = start(true);
    try {
      sale(till(service, 1));
      Await.until("an event comes", () -> received.size() == 1);

      sale(till(service, 1));
      assertThat(received).hasSize(1);

      gate.countDown();
      Await.until("the next event comes", () -> received.size() == 2);
      assertThat(numbers()).containsExactly(1, 2);
    } finally {
      stop(service);
    }
  }

  @Test
  void d54_waitingEvents_areShown_andPublishedInOrderOnceABrokerIsUp() throws IOException {
    Poscart first = start(false);
    for (int i = 0; i < 3; i++) {
      sale(till(first, 1));
    }
    Await.until("three events wait", () -> events(first).path("waiting").intValue() == 3);
    assertThat(events(first).path("publisher").booleanValue()).isFalse();
    stop(first);

    status = 500;
    Poscart second = start(true);
    try {
      Await.until("an event comes", () -> !received.isEmpty());
      assertThat(events(second).path("publisher").booleanValue()).isTrue();
      assertThat(numbers()).containsOnly(1);
      status = 204;
      Await.until("event 3 comes", () -> numbers().contains(3));

      assertThat(numbers()).isSorted().contains(1, 2, 3);
      assertThat(received.get(0).path("sales").path("total_amount_with_tax").decimalValue())
          .isEqualByComparingTo("110");
      Await.until("all are published", () -> events(second).path("unacknowledged").intValue() == 3);
      acknowledgeAll(second);
      Await.until(
          "all are acknowledged", () -> events(second).path("unacknowledged").intValue() == 0);
    } finally {
      stop(second);
    }
  }

  private void acknowledgeAll(Poscart service) throws IOException {
    for (JsonNode event : received) {
      for (String peer : List.of("report", "journal", "stock")) {
        acknowledge(service, event.path("event_id").textValue(), peer);
      }
    }
  }

  private void acknowledge(Poscart service, String eventId, String peer) throws IOException {
    TestTill.Answer answer =
        new TestTill(client, service.port(), "A1234-5678-1", "our-own-key-of-events")
            .post(
                "/tenants/A1234/stores/5678/terminals/1/transactions/1/delivery-status",
                "{\"event_id\":\"%s\",\"service\":\"%s\",\"status\":\"received\"}"
                    .formatted(eventId, peer));
    TestTill.expect(200, answer);
  }

  private static void sale(TestTill till) throws IOException {
    String cart = till.createCart();
    TestTill.expect(200, till.add(cart, "A", 1));
    TestTill.expect(200, till.subtotal(cart));
    TestTill.expect(200, till.pay(cart, "01", "110"));
    TestTill.expect(200, till.bill(cart));
  }

  private List<Integer> numbers() {
    return received.stream().map(event -> event.path("transaction_no").intValue()).toList();
  }

  private TestTill till(Poscart service, int no) {
    return new TestTill(client, service.port(), TestShop.terminalId(no), TestShop.apiKey(no));
  }

  private JsonNode events(Poscart service) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/health"))
            .timeout(Duration.ofSeconds(60))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      Contract.checkAnswer(answer);
      return TestTill.json(answer.body()).at("/checks/events/details");
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private Poscart start(boolean withBroker) {
    Map<Variable, String> given = new TreeMap<>();
    given.put(Variable.PORT, "0");
    given.put(Variable.STORE_PROFILE, folder.resolve("shop.json").toString());
    given.put(Variable.DATA_DIR, folder.resolve("data").toString());
    given.put(Variable.PUBSUB_INTERVAL_SECONDS, "0.1");
    given.put(Variable.PUBSUB_TIMEOUT_SECONDS, "30");
    given.put(Variable.PUBSUB_NOTIFY_API_KEY, "our-own-key-of-events");
    if (withBroker) {
      given.put(Variable.DAPR_HTTP_ENDPOINT, "http://127.0.0.1:" + broker.getAddress().getPort());
    }
    return Poscart.start(ServiceConfig.read(given)).toCompletableFuture().join();
  }

  private static void stop(Poscart service) {
    service.stop().toCompletableFuture().join();
  }

  private void answer(HttpExchange exchange) throws IOException {
    received.add(
        TestTill.json(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
