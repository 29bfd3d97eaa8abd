package dev.poscart.adapters.mongo;

import static dev.poscart.domain.fixtures.Await.result;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.TerminalKey;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A store set on a wire server. */
abstract class MongoStoreSetFixture {

  WireServer server;
  MongoStoreSet storeSet;
  MongoClient raw;

  @BeforeEach
  void start() {
    server = WireServer.start();
    storeSet = TestStores.open(server.connectionString());
    raw = MongoClients.create(server.connectionString());
  }

  @AfterEach
  void stop() {
    raw.close();
    TestStores.close(storeSet);
    server.close();
  }

  static Cart cartOf(String tenantId) {
    return CartTestData.idleCart(new TerminalKey(tenantId, "5678", 9), "same");
  }

  List<String> indexNames(String database, String collection) {
    return result(
        Flux.from(raw.getDatabase(database).getCollection(collection).listIndexes())
            .map(index -> index.getString("name"))
            .collectList()
            .toFuture());
  }

  /** Waits for indexes that are created after the first write. */
  void awaitIndexes(String database, String collection, String... names) {
    Await.until(
        "the indexes are created",
        () -> indexNames(database, collection),
        found -> found.containsAll(List.of(names)));
  }

  static CompletionStage<List<String>> names(Publisher<String> names) {
    return Flux.from(names).collectList().toFuture();
  }
}
