package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.domain.fixtures.Slow;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data folder is removed while the service runs. */
@Slow
class LostDataFolderTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final String SENTENCE =
      " while the service was running: put the files back or restore a backup, then restart the"
          + " service; until then it accepts nothing";

  @TempDir Path folder;
  private Path data;
  private ServiceProcess service;
  private final List<ServiceProcess> others = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    data = folder.resolve("data");
    service = ServiceProcess.start(options());
  }

  @AfterEach
  void stop() throws InterruptedException {
    service.kill();
    for (ServiceProcess other : others) {
      other.kill();
    }
  }

  @Test
  void folderDeleted_everyRequestFails_andHealthAndLogGiveTheReason() throws Exception {
    TestTill till = till(service);
    String sold = bill(till, "sold");
    String open = till.createCart();
    delete(data);

    assertRefused(till.keyed("sold").bill(sold));
    assertRefused(till.bill(sold));
    assertRefused(till.cart(sold));
    assertRefused(till.add(open, "A", 1));
    assertRefused(till.post("/carts", "{}"));
    assertUnhealthy("/health");
    assertUnhealthy("/health/ready");
    assertThat(health("/health/live").statusCode()).isEqualTo(200);
    assertThat(service.terminate()).isZero();
    assertThat(service.output().lines().filter(line -> line.contains("ERROR")))
        .singleElement()
        .asString()
        .endsWith(data + ": poscart.db was deleted or moved away" + SENTENCE);
    assertThat(service.output().lines().filter(line -> line.contains("WARN")))
        .allMatch(line -> line.contains("no publisher is configured"));
  }

  @Test
  void folderRestored_isServedAfterARestart_withAllAcknowledgedData() throws Exception {
    TestTill till = till(service);
    String sold = bill(till, "sold");
    Path away = folder.resolve("away");
    Files.move(data, away);
    assertUnhealthy("/health");
    Files.move(away, data);

    assertRefused(till.keyed("sold").bill(sold));
    assertThat(service.terminate()).isZero();

    TestTill again = till(next());
    JsonNode replayed = TestTill.expect(200, again.keyed("sold").bill(sold)).data();
    assertThat(replayed.path("transactionNo").intValue()).isEqualTo(1);
    assertThat(again.transactions()).hasSize(1);
  }

  @Test
  void secondProcessOnACopy_sellsAlone() throws Exception {
    TestTill first = till(service);
    bill(first, "1");
    Path away = folder.resolve("away");
    Files.move(data, away);
    copy(away, data);
    TestTill second = till(next());
    bill(second, "2");

    assertRefused(first.post("/carts", "{}"));
    assertUnhealthy("/health");
    assertThat(service.terminate()).isZero();
    bill(second, "3");

    assertThat(second.transactions()).hasSize(3);
  }

  private static String bill(TestTill till, String key) throws IOException {
    String cart = till.createCart();
    till.add(cart, "A", 1);
    till.subtotal(cart);
    till.pay(cart, "01", "110");
    TestTill.expect(200, till.keyed(key).bill(cart));
    return cart;
  }

  private static void assertRefused(TestTill.Answer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body().at("/user_error/code").textValue()).isEqualTo("600001");
    assertThat(answer.retryAfter()).isEqualTo(Optional.of("30"));
  }

  private void assertUnhealthy(String path) throws Exception {
    HttpResponse<String> answer = health(path);
    assertThat(answer.statusCode()).isEqualTo(503);
    JsonNode part = TestTill.json(answer.body()).at("/checks/sqlite");
    assertThat(part.path("status").textValue()).isEqualTo("unhealthy");
    assertThat(part.path("error").textValue()).startsWith("poscart.db was ").endsWith(SENTENCE);
  }

  private HttpResponse<String> health(String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + service.port() + path);
    return CLIENT.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private ServiceProcess next() throws Exception {
    ServiceProcess next = ServiceProcess.start(options());
    others.add(next);
    return next;
  }

  private List<String> options() throws IOException {
    Path profile = folder.resolve("shop.json");
    Files.writeString(profile, TestShop.profile(1));
    return List.of("--store-profile", profile.toString(), "--data-dir", data.toString());
  }

  private static TestTill till(ServiceProcess service) {
    return new TestTill(CLIENT, service.port(), TestShop.terminalId(1), TestShop.apiKey(1));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectory(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path each : files.toList()) {
        Files.copy(each, to.resolve(each.getFileName()));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
    }
    Files.delete(folder);
  }
}
