package dev.poscart.app;

import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Variable;
import dev.poscart.domain.port.ItemMasterPort;
import dev.poscart.web.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The whole service over HTTP, with a store of all kinds of tills, items and settings. */
final class RunningShop implements AutoCloseable {

  static final String SECRET = "a-secret-for-signing-tokens-in-tests";
  static final String NOTIFY_KEY = "the-peer-services-own-key";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Poscart service;

  private RunningShop(Poscart service) {
    this.service = service;
  }

  static RunningShop open(Path folder, Map<Variable, String> more) {
    return open(folder, profile(), more);
  }

  /** Opens, or reopens with another profile and the same data. */
  static RunningShop open(Path folder, String profile, Map<Variable, String> more) {
    return new RunningShop(
        Poscart.start(ServiceConfig.read(settings(folder, profile, more)))
            .toCompletableFuture()
            .join());
  }

  /** Opens without a profile: what it would say comes from peer services. */
  static RunningShop openAmongPeers(Path folder, Map<Variable, String> more) {
    Map<Variable, String> settings = settings(folder, profile(), more);
    settings.remove(Variable.STORE_PROFILE);
    return new RunningShop(
        Poscart.start(ServiceConfig.read(settings)).toCompletableFuture().join());
  }

  /** Opens with a clock that the test moves. */
  static RunningShop open(Path folder, String profile, Map<Variable, String> more, Clock clock) {
    return new RunningShop(
        Poscart.start(
                ServiceConfig.read(settings(folder, profile, more)),
                binder -> binder.bind(Clock.class).toInstance(clock))
            .toCompletableFuture()
            .join());
  }

  static RunningShop openWith(Path folder, ItemMasterPort itemMaster) {
    return new RunningShop(
        Poscart.start(ServiceConfig.read(settings(folder, profile(), Map.of())), itemMaster)
            .toCompletableFuture()
            .join());
  }

  private static Map<Variable, String> settings(
      Path folder, String profile, Map<Variable, String> more) {
    try {
      Map<Variable, String> settings = new EnumMap<>(Variable.class);
      settings.put(Variable.PORT, "0");
      settings.put(Variable.HOST, "127.0.0.1");
      settings.put(Variable.DATA_DIR, folder.resolve("data").toString());
      settings.put(
          Variable.STORE_PROFILE,
          Files.writeString(folder.resolve("shop.json"), profile).toString());
      settings.put(Variable.SECRET_KEY, SECRET);
      settings.put(Variable.PUBSUB_NOTIFY_API_KEY, NOTIFY_KEY);
      settings.putAll(more);
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String profile() {
    try (InputStream in =
        Objects.requireNonNull(RunningShop.class.getResourceAsStream("/defects.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return service.port();
  }

  /** A terminal of store 5678 of tenant A1234. */
  TestTill till(int terminalNo) {
    return till("A1234-5678-" + terminalNo, "key" + terminalNo);
  }

  TestTill till(String terminalId, String apiKey) {
    return new TestTill(CLIENT, service.port(), terminalId, apiKey);
  }

  /** Any request; headers as name, value, name, value. */
  HttpResponse<String> send(String method, String path, Optional<String> body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body.map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
      Contract.checkAnswer(answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    service.stop().toCompletableFuture().join();
  }
}
