package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.app.config.ConfigurationException;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Variable;
import dev.poscart.app.token.TestToken;
import dev.poscart.domain.fixtures.LogLines;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day of the service, with failures, at {@code LOG_LEVEL=TRACE}: its log contains no secret. */
class SecretsInLogTest {

  /** Part of each secret, and of personal data that must not be logged. */
  private static final String MARK = "qzxj";

  private static final String SECRET = MARK + "-secret-key-with-enough-bytes-to-sign";
  private static final String API_KEY = MARK + "-api-key-1";

  private final HttpClient client = HttpClient.newHttpClient();
  private final LogLines log = LogLines.ofAll();

  @TempDir Path folder;

  @AfterEach
  void leave() {
    log.close();
  }

  @Test
  void aFullDay_leavesNoSecretInTheLog() throws Exception {
    Poscart service = Poscart.start(config(Map.of())).toCompletableFuture().join();
    try {
      sell(new TestTill(client, service.port(), "A1234-5678-1", API_KEY));
      guess(service.port());
      String forged = TestToken.terminal(1, Instant.now()).signed(MARK + "x".repeat(40));
      String genuine = TestToken.terminal(1, Instant.now()).signed(SECRET);
      assertThat(bearer(service.port(), forged)).isEqualTo(401);
      assertThat(bearer(service.port(), genuine)).isEqualTo(404);
      noSecretLogged(forged, genuine);
    } finally {
      service.stop().toCompletableFuture().join();
    }
    noSecretLogged();
    assertThat(log.all()).anyMatch(line -> line.contains("/bill 200"));
    assertThat(log.all()).anyMatch(line -> line.contains(" 401 "));
    assertThat(log.all()).anyMatch(line -> line.contains("stopped"));
  }

  @Test
  void missingDatabase_isNamedWithoutItsPassword() throws Exception {
    int closedPort;
    try (ServerSocket free = new ServerSocket(0)) {
      closedPort = free.getLocalPort();
    }
    String uri =
        "mongodb://pos:"
            + MARK
            + "-password@127.0.0.1:"
            + closedPort
            + "/?serverSelectionTimeoutMS=500&connectTimeoutMS=500";
    Poscart.start(config(Map.of(Variable.MONGODB_URI, uri)))
        .handle((service, failure) -> String.valueOf(failure))
        .thenAccept(said -> assertThat(said).doesNotContain(MARK))
        .toCompletableFuture()
        .join();
    assertThat(log.all()).isNotEmpty();
    noSecretLogged();
  }

  @Test
  void configuration_andItsRefusal_showNoSecret() throws Exception {
    assertThat(config(Map.of()).toString()).doesNotContain(MARK);
    assertThat(refusal(Map.of(Variable.SECRET_KEY, MARK))).doesNotContain(MARK);
    assertThat(refusal(Map.of(Variable.PUBSUB_NOTIFY_API_KEY, MARK))).doesNotContain(MARK);
    assertThat(refusal(Map.of(Variable.MONGODB_URI, "mongo://pos:" + MARK + "@db/%%")))
        .doesNotContain(MARK);
  }

  private String refusal(Map<Variable, String> more) throws IOException {
    try {
      return String.valueOf(
          Poscart.start(config(more))
              .handle((service, failure) -> String.valueOf(failure))
              .toCompletableFuture()
              .join());
    } catch (ConfigurationException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private void sell(TestTill till) throws IOException {
    String cart = till.createCart();
    TestTill.expect(
        404,
        till.post(
            "/carts/" + cart + "/lineItems", "[{\"itemCode\":\"" + MARK + "\",\"quantity\":1}]"));
    TestTill.expect(200, till.add(cart, "A", 1));
    TestTill.expect(200, till.subtotal(cart));
    TestTill.expect(
        200,
        till.post(
            "/carts/" + cart + "/payments",
            "[{\"paymentCode\":\"01\",\"amount\":110,\"detail\":\"" + MARK + "-card-4111\"}]"));
    TestTill.expect(200, till.bill(cart));
    till.post("/carts", "{\"" + MARK + "\": [");
    till.post("/carts/x/payments", "[{\"paymentCode\":\"" + MARK + "\"}]");
    till.call("GET", "/carts/none?note=" + MARK, "");
    till.call("GET", "/carts/none?api_key=" + API_KEY, "");
    assertThat(till.transactions()).hasSize(1);
  }

  private void guess(int port) throws IOException {
    TestTill guesser = new TestTill(client, port, "A1234-5678-1", MARK + "-wrong");
    for (int i = 0; i < 12; i++) {
      assertThat(guesser.cart("none").status()).isIn(401, 429);
    }
  }

  private int bearer(int port, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/carts/none"))
            .header("Authorization", "Bearer " + token)
            .build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private void noSecretLogged(String... tokens) {
    for (String line : log.all()) {
      assertThat(line.toLowerCase(Locale.ROOT)).doesNotContain(MARK);
      for (String token : tokens) {
        assertThat(line).doesNotContain(token.substring(token.lastIndexOf('.') + 1));
      }
    }
  }

  private ServiceConfig config(Map<Variable, String> more) throws IOException {
    String profile = TestShop.profile(1).replace("\"key1\"", "\"" + API_KEY + "\"");
    Map<Variable, String> given =
        new EnumMap<>(
            Map.of(
                Variable.PORT,
                "0",
                Variable.HOST,
                "127.0.0.1",
                Variable.STORE_PROFILE,
                Files.writeString(folder.resolve("shop.json"), profile).toString(),
                Variable.DATA_DIR,
                folder.resolve("data").toString(),
                Variable.SECRET_KEY,
                SECRET,
                Variable.PUBSUB_NOTIFY_API_KEY,
                MARK + "-key-of-the-peer-services",
                Variable.PUBSUB_URL,
                "http://127.0.0.1:1/events"));
    given.putAll(more);
    return ServiceConfig.read(given);
  }
}
