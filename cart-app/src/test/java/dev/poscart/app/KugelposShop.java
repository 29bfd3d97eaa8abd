package dev.poscart.app;

import static dev.poscart.domain.fixtures.Await.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.adapters.mongo.KugelposDay;
import dev.poscart.adapters.mongo.KugelposReader;
import dev.poscart.adapters.mongo.WireServer;
import dev.poscart.app.config.Variable;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

  static final String TENANT = KugelposDay.TENANT;

  private static final Map<String, String> API_KEYS =
      Map.of(
          "2101-1", "eSS4IyCUwBprcFy-9kGzpJU9f_Ff9JhT1KFBKuuw4zU",
          "2101-2", "QQSUAeI-eT0vrcTjuH4bNn7UNMCcSU4HcCdxw2zqSUQ",
          "2102-1", "64kd4yjlv-hQctt_bHYBNMJyi0N5_n9sSGq7x7dJ66E");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  final PeerStandIn terminalService = new PeerStandIn();
  final PeerStandIn masterData = new PeerStandIn();
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
    fill(shop.terminalService, "terminal");
    fill(shop.masterData, "masterData", "itemDetails");
    return shop;
  }

  /** Starts Poscart where kugelpos was, with the same environment. */
  RunningShop open(Path folder) {
    return open(folder, Map.of());
  }

  RunningShop open(Path folder, Map<Variable, String> more) {
    Map<Variable, String> settings = settings();
    settings.putAll(more);
    return RunningShop.openAmongPeers(folder, settings);
  }

  private Map<Variable, String> settings() {
    Map<Variable, String> settings = new HashMap<>();
    settings.put(Variable.MONGODB_URI, uri);
    settings.put(Variable.DB_NAME_PREFIX, prefix);
    settings.put(Variable.BASE_URL_DAPR, sidecar.baseUrl());
    settings.put(Variable.BASE_URL_TERMINAL, terminalService.base());
    settings.put(Variable.BASE_URL_MASTER_DATA, masterData.base());
    settings.put(Variable.USE_GRPC, "false");
    settings.put(Variable.RECEIPT_NO_START_VALUE, "100001");
    settings.put(Variable.RECEIPT_NO_END_VALUE, "100014");
    return settings;
  }

  /** The same environment as options, for a process. */
  List<String> options() {
    List<String> options = new ArrayList<>();
    settings()
        .forEach(
            (setting, value) -> {
              options.add("--" + setting.name().toLowerCase(Locale.ROOT).replace('_', '-'));
              options.add(value);
            });
    return options;
  }

  /** A terminal of the shop, such as 2101-2. */
  TestTill till(RunningShop shop, String till) {
    return till(shop.port(), till);
  }

  /** A terminal at a service that listens on a port. */
  TestTill till(int port, String till) {
    return new TestTill(
        CLIENT, port, TENANT + "-" + till, Objects.requireNonNull(API_KEYS.get(till)));
  }

  MongoCollection<Document> deliveries() {
    return client.getDatabase(prefix + "_commons").getCollection("status_tran_delivery");
  }

  /** What would keep kugelpos from going on with the databases. */
  List<String> problemsOfKugelpos() {
    return KugelposReader.problems(client, prefix, TENANT);
  }

  /** Lets all services work again. */
  void heal() {
    List.of(terminalService.gate, masterData.gate, sidecar.gate).forEach(PeerGate::heal);
  }

  private static void fill(PeerStandIn neighbour, String... services) {
    JsonNode answers = TestTill.json(KugelposDay.json("neighbours"));
    neighbour.answers.clear();
    for (String service : services) {
      answers
          .path(service)
          .properties()
          .forEach(
              answer ->
                  neighbour.answers.put(
                      PeerStandIn.API + answer.getKey(),
                      answer.getValue().path("data").toString()));
    }
  }

  MongoCollection<Document> collection(String name) {
    return client.getDatabase(prefix + "_" + TENANT).getCollection(name);
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
    terminalService.close();
    masterData.close();
  }
}
