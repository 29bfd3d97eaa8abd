package dev.poscart.app;

import static dev.poscart.app.TestTill.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Variable;
import dev.poscart.app.token.TestToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the master-data service has changed is sold from the moment the cache is cleared. */
class MasterDataCacheTest {

  private static final String SECRET = "a-secret-for-signing-tokens-in-tests";
  private static final String APPLE = PeerStandIn.TENANT + "/stores/5678/items/A/details";
  private static final String PROMOTIONS = "/promotions/active";

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final PeerStandIn peer = new PeerStandIn();
  private Poscart service;

  @BeforeEach
  void start() {
    price("100.0");
    Map<Variable, String> given = new EnumMap<>(Variable.class);
    given.put(Variable.PORT, "0");
    given.put(Variable.HOST, "127.0.0.1");
    given.put(Variable.DATA_DIR, folder.toString());
    given.put(Variable.BASE_URL_TERMINAL, peer.base());
    given.put(Variable.BASE_URL_MASTER_DATA, peer.base());
    given.put(Variable.USE_GRPC, "false");
    given.put(Variable.SECRET_KEY, SECRET);
    service = Poscart.start(ServiceConfig.read(given)).toCompletableFuture().join();
  }

  @AfterEach
  void stop() {
    service.stop().toCompletableFuture().join();
    peer.close();
  }

  private void price(String yen) {
    peer.answers.put(
        APPLE,
        """
        {"itemCode":"A","description":"林檎","unitPrice":%s,"storePrice":null,"categoryCode":"C9",
         "taxCode":"01","isDiscountRestricted":false,"isDeleted":false}\
        """
            .formatted(yen));
  }

  private String sold() throws IOException {
    TestTill till = new TestTill(client, service.port(), "A1234-5678-9", "key9");
    JsonNode cart = expect(200, till.add(till.createCart(), "A", 1)).data();
    return cart.at("/lineItems/0/unitPrice").asText();
  }

  private HttpResponse<String> clear(TestToken token, String query)
      throws IOException, InterruptedException {
    String cache = "http://127.0.0.1:" + service.port() + "/api/v1/cache/master-data";
    return client.send(
        HttpRequest.newBuilder(URI.create(cache + "?" + query))
            .header("Authorization", "Bearer " + token.signed(SECRET))
            .DELETE()
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private void cleared(String query) throws IOException, InterruptedException {
    cleared(TestToken.user(Instant.now()), query);
  }

  private void cleared(TestToken token, String query) throws IOException, InterruptedException {
    HttpResponse<String> answer = clear(token, query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private List<String> questions(String part) {
    return peer.asked.stream().filter(question -> question.contains(part)).toList();
  }

  @Test
  void changedPrice_isSold_onceTheItemsOfTheStoreAreCleared() throws Exception {
    assertThat(sold()).isEqualTo("100.0");
    price("120.0");
    assertThat(sold()).isEqualTo("100.0");
    cleared("namespace=item_master&store_code=0001");
    cleared(TestToken.user(Instant.now()).with("tenant_id", "B5678"), "namespace=item_master");
    assertThat(sold()).isEqualTo("100.0");

    cleared("namespace=item_master&store_code=5678");

    assertThat(sold()).isEqualTo("120.0");
  }

  @Test
  void promotions_areAskedForAgain_onceTheyAreCleared() throws Exception {
    sold();
    sold();
    assertThat(questions(PROMOTIONS)).hasSize(1);
    cleared("namespace=settings_master");
    sold();
    assertThat(questions(PROMOTIONS)).hasSize(1);

    cleared("namespace=promotion_master");

    sold();
    assertThat(questions(PROMOTIONS)).hasSize(2);
    assertThat(questions(APPLE)).hasSize(1);
  }

  @Test
  void userWhoIsNoSuperuser_isRefused() throws Exception {
    HttpResponse<String> answer =
        clear(TestToken.user(Instant.now()).with("is_superuser", false), "namespace=item_master");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(TestTill.json(answer.body()).at("/user_error/code").asText()).isEqualTo("200002");
  }
}
