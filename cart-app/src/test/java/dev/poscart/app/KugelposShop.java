package dev.poscart.app;

import static dev.poscart.domain.fixtures.Await.result;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.adapters.mongo.KugelposDay;
import dev.poscart.adapters.mongo.WireServer;
import dev.poscart.app.config.Variable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The installation that kugelpos left behind after two business days: its databases, and the
 * sidecar with its open carts. On the server of {@code MONGODB_TEST_URI} if that is set.
 */
final class KugelposShop implements AutoCloseable {

  final CartStateStandIn sidecar = new CartStateStandIn();
  private final String prefix = "db_" + UUID.randomUUID().toString().substring(0, 8);
  private final Optional<WireServer> server;
  private final String uri;
  private final MongoClient client;

  private KugelposShop() {
    Optional<String> given = Optional.ofNullable(System.getenv("MONGODB_TEST_URI"));
    this.server = given.isPresent() ? Optional.empty() : Optional.of(WireServer.start());
    this.uri = given.orElseGet(() -> server.orElseThrow().connectionString());
    this.client = MongoClients.create(uri);
  }

  static KugelposShop restore() {
    KugelposShop shop = new KugelposShop();
    KugelposDay.restore(shop.client, shop.prefix);
    return shop;
  }

  /** Starts Poscart where kugelpos was, with the terminals as they were then. */
  RunningShop open(Path folder) {
    return open(folder, Map.of());
  }

  RunningShop open(Path folder, Map<Variable, String> more) {
    Map<Variable, String> settings = new HashMap<>(more);
    settings.put(Variable.MONGODB_URI, uri);
    settings.put(Variable.DB_NAME_PREFIX, prefix);
    settings.put(Variable.BASE_URL_DAPR, sidecar.baseUrl());
    return RunningShop.open(folder, profile(), settings);
  }

  private static String profile() {
    try (InputStream in =
        Objects.requireNonNull(KugelposShop.class.getResourceAsStream("/kugelpos-shop.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  MongoCollection<Document> collection(String name) {
    return client.getDatabase(prefix + "_" + KugelposDay.TENANT).getCollection(name);
  }

  @Override
  public void close() {
    result(
        Flux.from(client.listDatabaseNames())
            .filter(name -> name.startsWith(prefix))
            .flatMap(name -> client.getDatabase(name).drop())
            .then(Mono.just(true))
            .toFuture());
    client.close();
    server.ifPresent(WireServer::close);
    sidecar.close();
  }
}
