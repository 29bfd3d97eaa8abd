package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Variable;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.port.ItemMasterPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sale whose terminal, store, settings, promotions and payment methods peer services know. */
class PeerServicesTest {

  private static final String API = "/api/v1";
  private static final String TENANT = API + "/tenants/A1234";

  private static final Map<String, String> ANSWERS =
      Map.of(
          API + "/terminals/A1234-5678-9",
          """
          {"terminalId":"A1234-5678-9","tenantId":"A1234","storeCode":"5678","terminalNo":9,
           "status":"Opened","businessDate":"20251123","openCounter":1,"businessCounter":7,
           "apiKey":"key9","staff":{"id":"S001","name":"花子","pin":"1"}}""",
          TENANT + "/stores/5678",
          "{\"storeCode\":\"5678\",\"storeName\":\"隣の店\"}",
          TENANT + "/settings",
          """
          [{"name":"RECEIPT_NO_START_VALUE","defaultValue":"500","values":[
             {"storeCode":"5678","terminalNo":9,"value":"700"}]}]""",
          TENANT + "/promotions/active",
          """
          [{"promotionCode":"P1","promotionType":"category_discount","name":"秋の市",
            "detail":{"targetCategoryCodes":["C1"],"discountRate":10}}]""",
          TENANT + "/payments/01",
          "{\"paymentCode\":\"01\",\"description\":\"現金\",\"canDepositOver\":true,\"canChange\":true}");

  private static final ItemMasterPort APPLES =
      (terminal, codes) ->
          CompletableFuture.completedFuture(
              Map.of(
                  "A",
                  new Item(
                      "A",
                      "りんご",
                      Optional.empty(),
                      Money.of(100),
                      Optional.empty(),
                      "C1",
                      "01",
                      false,
                      true)));

  @TempDir Path folder;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Map<String, String> answers = new HashMap<>(ANSWERS);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer peer;

  @BeforeEach
  void open() throws IOException {
    peer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    peer.setExecutor(threads);
    peer.createContext("/", this::answer);
    peer.start();
  }

  @AfterEach
  void close() {
    peer.stop(0);
    threads.shutdownNow();
  }

  @Test
  void aSale_byApiKey_takesAllFromThePeerServices() throws IOException {
    Poscart service = start(Map.of());
    try {
      TestTill till = till(service, "key9");

      JsonNode cart = sell(till);

      assertThat(cart.path("storeName").asText()).isEqualTo("隣の店");
      assertThat(cart.path("receiptNo").asInt()).isEqualTo(700);
      assertThat(cart.path("lineItems").path(0).path("discounts").path(0).path("promotionCode"))
          .hasToString("\"P1\"");
      assertThat(cart.path("payments").path(0).path("paymentAmount").asInt()).isEqualTo(99);
      assertThat(asked)
          .contains(
              "key9 null " + API + "/terminals/A1234-5678-9",
              "key9 null " + TENANT + "/stores/5678?terminal_id=A1234-5678-9",
              "key9 null " + TENANT + "/promotions/active?storeCode=5678&terminal_id=A1234-5678-9");
    } finally {
      service.stop().toCompletableFuture().join();
    }
  }

  @Test
  void d48_d49_d50_twoSales_askForTerminalPromotionsAndSettingsOnce() throws IOException {
    Poscart service = start(Map.of());
    try {
      sell(till(service, "key9"));
      int first = asked.size();

      sell(till(service, "key9"));

      assertThat(asked).hasSize(first).doesNotHaveDuplicates();
    } finally {
      service.stop().toCompletableFuture().join();
    }
  }

  @Test
  void saleParkedInOneSession_andBilledInTheNext_isOfTheNext() throws IOException {
    Poscart service = start(Map.of(Variable.USE_TERMINAL_CACHE, "false"));
    try {
      TestTill till = till(service, "key9");
      String cart = till.createCart();
      assertThat(till.add(cart, "A", 1).status()).isEqualTo(200);
      assertThat(till.post("/carts/" + cart + "/park", "").status()).isEqualTo(200);
      answers.computeIfPresent(
          API + "/terminals/A1234-5678-9",
          (path, terminal) ->
              terminal
                  .replace("\"businessDate\":\"20251123\"", "\"businessDate\":\"20251124\"")
                  .replace("\"openCounter\":1", "\"openCounter\":2"));

      assertThat(till.post("/carts/" + cart + "/retrieve", "").status()).isEqualTo(200);
      assertThat(till.subtotal(cart).status()).isEqualTo(200);
      assertThat(till.pay(cart, "01", "100").status()).isEqualTo(200);
      assertThat(till.bill(cart).status()).isEqualTo(200);

      String log = "/tenants/A1234/stores/5678/terminals/9/transactions";
      assertThat(till.call("GET", log + "?business_date=20251124&open_counter=2", "").data())
          .hasSize(1);
      assertThat(till.call("GET", log + "?business_date=20251123", "").data()).isEmpty();
    } finally {
      service.stop().toCompletableFuture().join();
    }
  }

  @Test
  void withASecret_peerServicesAreAskedWithATokenOfTheService() throws IOException {
    Poscart service = start(Map.of(Variable.SECRET_KEY, "whoever-knows-this-secret-signs-tokens"));
    try {
      sell(till(service, "key9"));

      assertThat(asked)
          .filteredOn(question -> question.contains("/tenants/"))
          .isNotEmpty()
          .allMatch(question -> question.startsWith("null Bearer ey"));
    } finally {
      service.stop().toCompletableFuture().join();
    }
  }

  @Test
  void wrongKey_is401_andAFailingTerminalServiceIs503() throws IOException {
    Poscart service = start(Map.of());
    try {
      assertThat(till(service, "key8").post("/carts", "{}").status()).isEqualTo(401);
      answers.clear();
      peer.stop(0);
      TestTill.Answer down = till(service, "key9").post("/carts", "{}");
      assertThat(down.status()).isEqualTo(503);
      assertThat(down.body().path("user_error").path("code").asText()).isEqualTo("600001");
    } finally {
      service.stop().toCompletableFuture().join();
    }
  }

  private static JsonNode sell(TestTill till) throws IOException {
    String cart = till.createCart();
    assertThat(till.add(cart, "A", 1).status()).isEqualTo(200);
    assertThat(till.subtotal(cart).status()).isEqualTo(200);
    assertThat(till.pay(cart, "01", "100").status()).isEqualTo(200);
    TestTill.Answer billed = till.bill(cart);
    assertThat(billed.status()).isEqualTo(200);
    return billed.data();
  }

  private static TestTill till(Poscart service, String apiKey) {
    return new TestTill(HttpClient.newHttpClient(), service.port(), "A1234-5678-9", apiKey);
  }

  private Poscart start(Map<Variable, String> more) {
    String base = "http://127.0.0.1:" + peer.getAddress().getPort() + API;
    Map<Variable, String> given = new EnumMap<>(Variable.class);
    given.put(Variable.PORT, "0");
    given.put(Variable.HOST, "127.0.0.1");
    given.put(Variable.DATA_DIR, folder.resolve("data").toString());
    given.put(Variable.BASE_URL_TERMINAL, base);
    given.put(Variable.BASE_URL_MASTER_DATA, base);
    given.put(Variable.MASTER_DATA_GRPC_URL, "127.0.0.1:9");
    given.put(Variable.ITEM_MASTER_WARM_UP, "false");
    given.putAll(more);
    return Poscart.start(ServiceConfig.read(given), APPLES).toCompletableFuture().join();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("X-API-KEY");
    asked.add(
        key
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization")
            + " "
            + exchange.getRequestURI());
    String data = answers.get(exchange.getRequestURI().getPath());
    int status = data == null ? 404 : "key8".equals(key) ? 401 : 200;
    byte[] body = ("{\"success\":true,\"data\":" + data + "}").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
