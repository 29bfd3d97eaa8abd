package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Variable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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

  /** The end of a command and what it printed. */
  record Run(OptionalInt code, String output, String errors) {}

  /** What {@code poscart incidents} prints for the first service. */
  String incidents(String... options) {
    Run run = runIncidents(options);
    assertThat(run.code()).as(run.errors()).hasValue(0);
    return run.output();
  }

  Run runIncidents(String... options) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    List<String> words =
        new ArrayList<>(
            List.of(
                "incidents",
                "--tenant",
                "A1234",
                "--data-dir",
                folder.resolve("site0").resolve("data").toString()));
    words.addAll(List.of(options));
    OptionalInt code =
        new Program(new PrintStream(output), new PrintStream(errors), service -> {})
            .run(words, Map.of())
            .toCompletableFuture()
            .join();
    return new Run(
        code, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
  }
}
