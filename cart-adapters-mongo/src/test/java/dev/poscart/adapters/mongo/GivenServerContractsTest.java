package dev.poscart.adapters.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.poscart.domain.fixtures.Await;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import reactor.core.publisher.Flux;

/** The contracts against the server that {@code MONGODB_TEST_URI} names. */
@EnabledIfEnvironmentVariable(named = "MONGODB_TEST_URI", matches = ".+")
class GivenServerContractsTest extends AllContracts {

  private final String uri = System.getenv("MONGODB_TEST_URI");

  /** Apart from all other data on the server, and from other runs of the tests. */
  private final String prefix = "poscart_test_" + UUID.randomUUID().toString().substring(0, 8);

  private Optional<MongoStoreSet> stores = Optional.empty();

  @Override
  MongoStoreSet open(Clock clock) {
    MongoStoreSet opened = MongoStoreSet.open(TestStores.patientConfig(uri, prefix), clock);
    stores = Optional.of(opened);
    return opened;
  }

  @Override
  void shut() {
    stores.ifPresent(MongoStoreSet::close);
    try (MongoClient client = MongoClients.create(uri)) {
      Await.result(
          Flux.from(client.listDatabaseNames())
              .filter(name -> name.startsWith(prefix))
              .flatMap(name -> client.getDatabase(name).drop())
              .then()
              .thenReturn(true)
              .toFuture());
    }
  }
}
