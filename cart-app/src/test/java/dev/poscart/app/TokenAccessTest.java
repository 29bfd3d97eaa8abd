package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Variable;
import dev.poscart.app.token.TestToken;
import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.web.Contract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service with real tokens, valid and invalid. */
class TokenAccessTest {

  private static final String SECRET = "a-secret-for-signing-tokens-in-tests";

  private final HttpClient client = HttpClient.newHttpClient();
  private final LogLines log = LogLines.ofAll();
  private final Instant now = Instant.now();

  @TempDir Path folder;

  @AfterEach
  void stopListening() {
    log.close();
  }

  @Test
  void tokens_validOrNot_leaveNoTraceInTheLog() throws IOException {
    Poscart service = start(Map.of(Variable.SECRET_KEY, SECRET));
    try {
      String good = TestToken.terminal(1, now).signed(SECRET);
      TestTill.expect(201, post(service, "/carts", "{}", good));
      String stranger = TestToken.terminal(55, now).signed(SECRET);
      TestTill.expect(201, post(service, "/carts", "{}", stranger));
      d3_brokenTokens_are401(service);
      String user = TestToken.user(now).signed(SECRET);
      TestTill.expect(201, post(service, "/tenants", "{\"tenantId\":\"A1234\"}", user));
      TestTill.expect(401, post(service, "/carts", "{}", user));
      TestTill keyed = till(service);
      keyed.createCart();
      assertThat(keyed.call("GET", "/carts/" + keyed.createCart(), "").status()).isEqualTo(200);
    } finally {
      service.stop().toCompletableFuture().join();
    }
    assertThat(log.all()).anyMatch(line -> line.contains("POST /api/v1/carts 401"));
    assertThat(log.all())
        .noneMatch(line -> line.contains(SECRET) || line.contains(TestShop.apiKey(1)))
        .noneMatch(line -> line.contains("eyJ"));
  }

  private void d3_brokenTokens_are401(Poscart service) throws IOException {
    TestToken token = TestToken.terminal(1, now);
    long past = now.getEpochSecond() - 1;
    List<String> broken =
        List.of(
            token.signed("another-secret-that-is-long-enough-too"),
            token.signed("test-secret-key-for-development-only"),
            token.with("exp", past).signed(SECRET),
            token.without("exp").signed(SECRET),
            token.with("iat", past - 86_400).signed(SECRET),
            token.with("token_type", "user").signed(SECRET),
            token.without("tenant_id").signed(SECRET),
            token.unsigned("{\"alg\":\"none\"}"),
            token.signed("{\"alg\":\"HS512\"}", "HmacSHA512", SECRET),
            "eyJ.eyJ.eyJ");
    for (String each : broken) {
      TestTill.Answer answer = TestTill.expect(401, post(service, "/carts", "{}", each));
      assertThat(answer.body().at("/user_error/code").textValue()).isEqualTo("200001");
      assertThat(answer.body().toString()).doesNotContain("eyJ", "expired", "signature");
    }
  }

  @Test
  void d8_withoutSecret_keysAreAccepted_butNoTokens() throws IOException {
    Poscart service = start(Map.of());
    try {
      TestToken token = TestToken.terminal(1, now);
      String guess = token.signed("test-secret-key-for-development-only");
      TestTill.expect(401, post(service, "/carts", "{}", guess));
      TestTill.expect(401, post(service, "/tenants", "{\"tenantId\":\"A1234\"}", guess));
      till(service).createCart();
    } finally {
      service.stop().toCompletableFuture().join();
    }
    assertThat(log.all())
        .anyMatch(line -> line.contains("SECRET_KEY is not set: tokens are not accepted"));
  }

  private Poscart start(Map<Variable, String> more) throws IOException {
    Path profile = Files.writeString(folder.resolve("shop.json"), TestShop.profile(1));
    Map<Variable, String> settings = new EnumMap<>(Variable.class);
    settings.put(Variable.HOST, "127.0.0.1");
    settings.put(Variable.PORT, "0");
    settings.put(Variable.STORE_PROFILE, profile.toString());
    settings.put(Variable.DATA_DIR, folder.resolve("data").toString());
    settings.putAll(more);
    return Poscart.start(ServiceConfig.read(settings)).toCompletableFuture().join();
  }

  private TestTill till(Poscart service) {
    return new TestTill(client, service.port(), TestShop.terminalId(1), TestShop.apiKey(1));
  }

  private TestTill.Answer post(Poscart service, String path, String body, String token)
      throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/api/v1" + path))
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      Contract.checkAnswer(answer);
      return new TestTill.Answer(answer.statusCode(), TestTill.json(answer.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
