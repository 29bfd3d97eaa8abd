package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.adapters.grpc.FaultProxy;
import dev.poscart.app.config.Variable;
import dev.poscart.app.itemmaster.CountingItemMaster;
import dev.poscart.app.itemmaster.HangingItemMaster;
import dev.poscart.app.profile.StoreProfileReader;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code /health} and {@code /health/ready} report about the item master. */
@Slow
class ItemMasterHealthTest {

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void reachableMaster_isShownAsConnected() throws Exception {
    Path profile = profile();
    try (CountingItemMaster master =
        new CountingItemMaster(new StoreProfileReader("20251123").readFile(profile).catalogue())) {
      Poscart service = start(profile, master.target(), Map.of());
      try {
        JsonNode shown = awaitHealth(service, health -> state(health).equals("READY"));
        assertThat(itemMaster(shown).path("status").textValue()).isEqualTo("healthy");
        assertThat(itemMaster(shown).path("details").path("channels_created").intValue())
            .isEqualTo(1);
      } finally {
        service.stop().toCompletableFuture().join();
      }
    }
  }

  @Test
  void silentConnection_isShown_withItsEffect() throws Exception {
    Path profile = profile();
    try (CountingItemMaster master =
            new CountingItemMaster(
                new StoreProfileReader("20251123").readFile(profile).catalogue());
        FaultProxy proxy = new FaultProxy(URI.create("//" + master.target())::getPort)) {
      Poscart service = start(profile, proxy.target(), Map.of(Variable.USE_ITEM_CACHE, "false"));
      try {
        awaitReady(service);
        TestTill till =
            new TestTill(client, service.port(), TestShop.terminalId(1), TestShop.apiKey(1));
        TestTill.expect(200, till.add(till.createCart(), "A", 1));
        assertThat(itemMaster(awaitHealth(service, health -> true)).findValue("last_silence_at"))
            .isNull();
        proxy.freeze();
        TestTill.expect(200, till.add(till.createCart(), "A", 1));
        JsonNode details =
            itemMaster(awaitHealth(service, health -> health.findValue("last_silence_at") != null))
                .path("details");
        assertThat(Instant.parse(details.path("last_silence_at").textValue()))
            .isBefore(Instant.now());
        assertThat(details.path("last_silence_peer").textValue()).isEqualTo("/" + proxy.target());
        assertThat(details.path("last_silence_ms").intValue()).isPositive();
        assertThat(details.path("last_silence_calls").intValue()).isPositive();
        assertThat(details.path("last_silence_answered_elsewhere").booleanValue()).isTrue();
      } finally {
        service.stop().toCompletableFuture().join();
      }
    }
  }

  @Test
  void missingMaster_isShownAsMissing_untilItStarts_evenWithoutLookUps() throws Exception {
    int port = freePort();
    Poscart service = start(profile(), "127.0.0.1:" + port, Map.of(Variable.GRPC_TIMEOUT, "1"));
    try {
      JsonNode shown =
          awaitHealth(
              service,
              health ->
                  itemMaster(health).path("status").textValue().equals("unhealthy")
                      && !isStarting(health));
      assertThat(itemMaster(shown).path("error").textValue())
          .isEqualTo("the item master does not answer");
      try (HangingItemMaster master = new HangingItemMaster(port)) {
        awaitHealth(
            service, health -> itemMaster(health).path("status").textValue().equals("healthy"));
        // The client may know before the server does.
        Await.until("the master has counted it", () -> master.transports() > 0);
        assertThat(master.transports()).isEqualTo(1);
      }
    } finally {
      service.stop().toCompletableFuture().join();
    }
  }

  @Test
  void masterLostLater_isShown_butKnownItemsSell_andTheServiceStaysReady() throws Exception {
    HangingItemMaster master = new HangingItemMaster(0);
    Poscart service =
        start(profile(), master.target(), Map.of(Variable.ITEM_CACHE_TTL_SECONDS, "1"));
    try {
      awaitReady(service);
      TestTill till =
          new TestTill(client, service.port(), TestShop.terminalId(1), TestShop.apiKey(1));
      TestTill.expect(200, till.add(till.createCart(), "A", 1));

      master.close();

      awaitHealth(
          service, health -> itemMaster(health).path("status").textValue().equals("unhealthy"));
      assertThat(get(service, "/health").statusCode()).isEqualTo(503);
      assertThat(get(service, "/health/ready").statusCode()).isEqualTo(200);
      TestTill.expect(200, till.add(till.createCart(), "A", 1));
    } finally {
      service.stop().toCompletableFuture().join();
      master.close();
    }
  }

  @Test
  void masterNeverReached_makesTheServiceNotReady() throws Exception {
    Poscart service = start(profile(), "127.0.0.1:" + freePort(), Map.of());
    try {
      assertThat(get(service, "/health/ready").statusCode()).isEqualTo(503);
    } finally {
      service.stop().toCompletableFuture().join();
    }
  }

  @Test
  void withoutWarmUp_healthChecksCreateNoChannel() throws Exception {
    Poscart service =
        start(profile(), "127.0.0.1:" + freePort(), Map.of(Variable.ITEM_MASTER_WARM_UP, "false"));
    try {
      JsonNode shown = awaitHealth(service, health -> true);
      assertThat(state(shown)).isEqualTo("NONE");
      assertThat(itemMaster(shown).path("status").textValue()).isEqualTo("healthy");
      assertThat(itemMaster(shown).path("details").path("channels_created").intValue()).isZero();
    } finally {
      service.stop().toCompletableFuture().join();
    }
  }

  private Path profile() throws IOException {
    return Files.writeString(folder.resolve("shop.json"), TestShop.profile(1));
  }

  private Poscart start(Path profile, String itemMaster, Map<Variable, String> more) {
    return TestShop.start(folder, profile, itemMaster, more);
  }

  private void awaitReady(Poscart service) {
    await(service, "/health/ready", answer -> answer.statusCode() == 200);
  }

  private JsonNode awaitHealth(Poscart service, Predicate<JsonNode> condition) {
    HttpResponse<String> answer =
        await(service, "/health", shown -> condition.test(TestTill.json(shown.body())));
    return TestTill.json(answer.body());
  }

  private HttpResponse<String> await(
      Poscart service, String path, Predicate<HttpResponse<String>> condition) {
    return Await.until(path + " answers as expected", () -> get(service, path), condition);
  }

  private HttpResponse<String> get(Poscart service, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + service.port() + path);
    return client.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode itemMaster(JsonNode health) {
    return health.path("checks").path("item_master");
  }

  private static boolean isStarting(JsonNode health) {
    return itemMaster(health).path("details").path("starting").booleanValue();
  }

  private static String state(JsonNode health) {
    return itemMaster(health).path("details").path("channel_state").asText();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
