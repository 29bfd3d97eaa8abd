package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Variable;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.port.ItemMasterPort;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sale whose terminal, store, settings, promotions and payment methods come from peer services.
 */
class PeerServicesTest {

  private static final String API = PeerStandIn.API;
  private static final String TENANT = PeerStandIn.TENANT;

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

  private final PeerStandIn peer = new PeerStandIn();

  @AfterEach
  void close() {
    peer.close();
  }

  @Test
  void aSale_byApiKey_takesAllDataFromThePeerServices() throws IOException {
    Poscart service = start(Map.of());
    try {
      TestTill till = till(service, "key9");

      JsonNode cart = sell(till);

      assertThat(cart.path("storeName").asText()).isEqualTo("隣の店");
      assertThat(cart.path("receiptNo").asInt()).isEqualTo(700);
      assertThat(cart.path("lineItems").path(0).path("discounts").path(0).path("promotionCode"))
          .hasToString("\"P1\"");
      assertThat(cart.path("payments").path(0).path("paymentAmount").asInt()).isEqualTo(99);
      assertThat(peer.asked)
          .contains(
              "key9 null " + API + "/terminals/A1234-5678-9",
              "key9 null " + TENANT + "/stores/5678?terminal_id=A1234-5678-9",
              "key9 null " + TENANT + "/promotions/active?storeCode=5678&terminal_id=A1234-5678-9");
    } finally {
      service.stop().toCompletableFuture().join();
    }
  }

  @Test
  void d48_d49_d50_twoSales_requestTerminalPromotionsAndSettingsOnce() throws IOException {
    Poscart service = start(Map.of());
    try {
      sell(till(service, "key9"));
      int first = peer.asked.size();

      sell(till(service, "key9"));

      assertThat(peer.asked).hasSize(first).doesNotHaveDuplicates();
    } finally {
      service.stop().toCompletableFuture().join();
    }
  }

  @Test
  void saleParkedInOneSession_andBilledInTheNext_belongsToTheNext() throws IOException {
    Poscart service = start(Map.of(Variable.USE_TERMINAL_CACHE, "false"));
    try {
      TestTill till = till(service, "key9");
      String cart = till.createCart();
      assertThat(till.add(cart, "A", 1).status()).isEqualTo(200);
      assertThat(till.post("/carts/" + cart + "/park", "").status()).isEqualTo(200);
      peer.answers.computeIfPresent(
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
  void withoutGrpc_itemsComeFromMasterData_throughTheSamePolicy() throws IOException {
    String path = TENANT + "/stores/5678/items/A/details";
    peer.answers.put(
        path,
        """
        {"itemCode":"A","description":"林檎","unitPrice":110.0,"storePrice":100.0,"categoryCode":"C1",
         "taxCode":"01","isDiscountRestricted":false,"isDeleted":false}""");
    Map<Variable, String> settings = settings(Map.of(Variable.USE_GRPC, "false"));
    settings.remove(Variable.MASTER_DATA_GRPC_URL);
    Poscart service = Poscart.start(ServiceConfig.read(settings)).toCompletableFuture().join();
    try {
      JsonNode cart = sell(till(service, "key9"));
      sell(till(service, "key9"));

      assertThat(cart.at("/lineItems/0/itemName").asText()).isEqualTo("林檎");
      assertThat(cart.at("/payments/0/paymentAmount").asInt()).isEqualTo(99);
      assertThat(peer.asked).filteredOn(question -> question.contains(path)).hasSize(1);
      TestTill till = till(service, "key9");
      assertThat(till.add(till.createCart(), "NONE", 1).status()).isEqualTo(404);
    } finally {
      service.stop().toCompletableFuture().join();
    }
  }

  @Test
  void withASecret_peerServicesAreCalledWithATokenOfTheService() throws IOException {
    Poscart service = start(Map.of(Variable.SECRET_KEY, "a-secret-for-signing-tokens-in-tests"));
    try {
      sell(till(service, "key9"));

      assertThat(peer.asked)
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
      peer.answers.clear();
      peer.close();
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
    return Poscart.start(ServiceConfig.read(settings(more)), APPLES).toCompletableFuture().join();
  }

  private Map<Variable, String> settings(Map<Variable, String> more) {
    String base = peer.base();
    Map<Variable, String> given = new EnumMap<>(Variable.class);
    given.put(Variable.PORT, "0");
    given.put(Variable.HOST, "127.0.0.1");
    given.put(Variable.DATA_DIR, folder.resolve("data").toString());
    given.put(Variable.BASE_URL_TERMINAL, base);
    given.put(Variable.BASE_URL_MASTER_DATA, base);
    given.put(Variable.MASTER_DATA_GRPC_URL, "127.0.0.1:9");
    given.put(Variable.ITEM_MASTER_WARM_UP, "false");
    given.putAll(more);
    return given;
  }
}
