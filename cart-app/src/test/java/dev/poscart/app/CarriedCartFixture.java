package dev.poscart.app;

import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Variable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Whole services with keys for carried carts, each with a database of its own. */
abstract class CarriedCartFixture {

  /** The key of the test vectors. */
  static final String KEYS = "pv1:cG9zY2FydC12ZWN0b3Ita2V5LTAwMDEtMzJieXRlcyE=";

  @TempDir Path folder;

  private final List<Poscart> started = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stopAll() {
    started.forEach(service -> service.stop().toCompletableFuture().join());
  }

  /** A service with these keys for carried carts. */
  Poscart start() throws IOException {
    return start(Map.of(Variable.SNAPSHOT_HMAC_KEYS, KEYS));
  }

  Poscart start(Map<Variable, String> more) throws IOException {
    return start(TestShop.profile(9), more);
  }

  Poscart start(String profile, Map<Variable, String> more) throws IOException {
    Path site = folder.resolve("site" + started.size());
    Files.createDirectories(site);
    Map<Variable, String> settings = new EnumMap<>(Variable.class);
    settings.put(Variable.PORT, "0");
    settings.put(
        Variable.STORE_PROFILE, Files.writeString(site.resolve("shop.json"), profile).toString());
    settings.put(Variable.DATA_DIR, site.resolve("data").toString());
    settings.putAll(more);
    Poscart service = Poscart.start(ServiceConfig.read(settings)).toCompletableFuture().join();
    started.add(service);
    return service;
  }

  TestTill till(Poscart service, int terminalNo) {
    return new TestTill(
        client, service.port(), TestShop.terminalId(terminalNo), TestShop.apiKey(terminalNo));
  }

  CarriedTill carried(Poscart service) {
    return new CarriedTill(till(service, 9));
  }

  static String metrics(Poscart service) throws IOException {
    URI metrics = URI.create("http://127.0.0.1:" + service.port() + "/metrics");
    try (InputStream in = metrics.toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
