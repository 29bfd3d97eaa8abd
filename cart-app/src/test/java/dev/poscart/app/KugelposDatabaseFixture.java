package dev.poscart.app;

import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.adapters.mongo.KugelposDay;
import dev.poscart.adapters.mongo.WireServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs the check on the databases that kugelpos wrote in two business days. */
abstract class KugelposDatabaseFixture {

  final String prefix = "poscart_test_" + UUID.randomUUID().toString().substring(0, 8);
  final PeerStandIn masterData = new PeerStandIn();
  private WireServer server;
  private MongoClient client;

  /** The command's output and exit code. */
  record Outcome(int code, List<String> lines, String error) {}

  @BeforeEach
  void restore() {
    server = WireServer.start();
    client = MongoClients.create(uri());
    KugelposDay.restore(client, prefix);
  }

  @AfterEach
  void release() {
    result(
        Flux.from(client.listDatabaseNames())
            .filter(name -> name.startsWith(prefix))
            .flatMap(name -> client.getDatabase(name).drop())
            .then(Mono.just(true))
            .toFuture());
    client.close();
    server.close();
    masterData.close();
  }

  /** The server under test. */
  String uri() {
    return server.connectionString();
  }

  Outcome check(Map<String, String> settings) {
    Map<String, String> environment =
        new HashMap<>(Map.of("MONGODB_URI", uri(), "DB_NAME_PREFIX", prefix));
    environment.putAll(settings);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new Program(printer(out), printer(err), service -> {})
            .run(List.of("migrate", "--check"), environment)
            .toCompletableFuture()
            .join()
            .orElseThrow();
    return new Outcome(
        code,
        out.toString(StandardCharsets.UTF_8).lines().toList(),
        err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream printer(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  MongoCollection<Document> collection(String name) {
    return client.getDatabase(prefix + "_K7310").getCollection(name);
  }

  static void update(MongoCollection<Document> collection, Bson which, Bson change) {
    assertThat(result(Mono.from(collection.updateOne(which, change)).toFuture()).getModifiedCount())
        .isEqualTo(1);
  }
}
