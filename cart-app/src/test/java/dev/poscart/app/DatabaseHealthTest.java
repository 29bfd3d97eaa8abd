package dev.poscart.app;

import static dev.poscart.app.Selling.item;
import static dev.poscart.app.Selling.paying;
import static dev.poscart.app.Selling.refused;
import static dev.poscart.app.Selling.sold;
import static dev.poscart.app.Selling.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.adapters.mongo.WireServer;
import dev.poscart.app.config.Variable;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.domain.fixtures.Slow;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A database that answers but cannot be used, and one with an unreadable document. */
@Slow
class DatabaseHealthTest {

  private static final String[] CHECKS = {
    "mongodb", "dapr_sidecar", "dapr_cartstore", "dapr_pubsub_tranlog", "background_jobs"
  };

  @TempDir Path folder;
  private final WireServer mongo = WireServer.start();
  private final MongoClient raw = MongoClients.create(mongo.connectionString());

  @AfterEach
  void close() {
    raw.close();
    mongo.close();
  }

  @Test
  void unpreparedDatabase_isShownWithTheCause_andTheServiceIsNotReady() throws IOException {
    try (LogLines lines = LogLines.of("dev.poscart.adapters.mongo");
        RunningShop shop = RunningShop.open(folder, TestShop.profile(1), stored())) {
      TestTill till = shop.till(TestShop.terminalId(1), TestShop.apiKey(1));
      String cart = paying(till, item("A", 1));
      TestTill.expect(200, till.pay(cart, "01", "1000"));
      done(log().drop());
      createConflictingIndex();
      refused(503, "600001", till.bill(cart));

      JsonNode database = health(shop, 503).at("/checks/mongodb");
      assertThat(database.path("status").textValue()).isEqualTo("unhealthy");
      assertThat(database.at("/details/unusable_tenants/0").textValue())
          .startsWith("A1234: ")
          .contains("by_hand", "drop it");
      assertThat(ready(shop)).isEqualTo(503);
      assertThat(lines.containing("all its sales are refused")).hasSize(1);

      done(log().dropIndex("by_hand"));
      TestTill.expect(200, till.bill(cart));
      assertThat(health(shop, 200).at("/checks/mongodb/status").textValue()).isEqualTo("healthy");
      assertThat(ready(shop)).isEqualTo(200);
    }
  }

  @Test
  void unreadableTransaction_isAPermanentFailure_namedInTheLog() throws IOException {
    try (LogLines lines = LogLines.of("dev.poscart.web");
        RunningShop shop = open()) {
      JsonNode sale = sold(shop.till(1), "1000", item("A", 1));
      done(log().updateMany(Filters.empty(), Updates.set("sales.total_amount", "many")));

      TestTill.Answer answer =
          refused(500, "900998", shop.till(1).call("GET", transaction(1, sale), ""));
      assertThat(answer.retryAfter()).isEmpty();
      assertThat(lines.containing("cannot read stored data")).hasSize(1);
      assertThat(lines.containing("total_amount")).hasSize(1);
    }
  }

  @Test
  void checksHaveKugelposNames_andAMissingPublisherDoesNotMakeTheServiceNotReady()
      throws IOException {
    Map<Variable, String> nowhere =
        Map.of(
            Variable.MONGODB_URI,
            mongo.connectionString(),
            Variable.PUBSUB_URL,
            "http://127.0.0.1:9/topic");
    try (LogLines lines = LogLines.of("dev.poscart.app");
        RunningShop shop = RunningShop.open(folder, nowhere)) {
      sold(shop.till(1), "1000", item("A", 1));
      sold(shop.till(1), "1000", item("A", 1));
      Await.until(
          "the failure to publish shows",
          () ->
              health(shop, 200)
                  .at("/checks/dapr_pubsub_tranlog/status")
                  .textValue()
                  .equals("unhealthy"));
      JsonNode health = health(shop, 200);
      assertThat(health.path("status").textValue()).isEqualTo("healthy");
      assertThat(health.path("checks").fieldNames()).toIterable().contains(CHECKS);
      assertThat(ready(shop)).isEqualTo(200);
      assertThat(lines.containing("cannot publish events")).hasSize(1);
    }
  }

  private void createConflictingIndex() {
    Bson keys =
        Indexes.ascending(
            "tenant_id", "store_code", "terminal_no", "transaction_no", "business_counter");
    done(log().createIndex(keys, new IndexOptions().name("by_hand")));
  }

  private RunningShop open() {
    return RunningShop.open(folder, stored());
  }

  private Map<Variable, String> stored() {
    return Map.of(Variable.MONGODB_URI, mongo.connectionString());
  }

  private static JsonNode health(RunningShop shop, int status) {
    HttpResponse<String> answer = shop.send("GET", "/health", Optional.empty());
    assertThat(answer.statusCode()).isEqualTo(status);
    return TestTill.json(answer.body());
  }

  private static int ready(RunningShop shop) {
    return shop.send("GET", "/health/ready", Optional.empty()).statusCode();
  }

  private MongoCollection<Document> log() {
    return raw.getDatabase("db_cart_A1234").getCollection("log_tran");
  }

  private static void done(Publisher<?> command) {
    Mono.from(command).block();
  }
}
