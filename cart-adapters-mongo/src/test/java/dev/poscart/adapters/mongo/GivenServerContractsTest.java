package dev.poscart.adapters.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.LogTampering;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.domain.fixtures.StoreSetContract;
import dev.poscart.domain.port.StoreLimits;
import dev.poscart.domain.port.StoreSet;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import reactor.core.publisher.Flux;

/** The contracts against the server that {@code MONGODB_TEST_URI} names. */
@EnabledIfEnvironmentVariable(named = "MONGODB_TEST_URI", matches = ".+")
@Slow
class GivenServerContractsTest extends StoreSetContract {

  private final String uri = System.getenv("MONGODB_TEST_URI");

  /** Apart from all other data on the server, and from other runs of the tests. */
  private final String prefix = "poscart_test_" + UUID.randomUUID().toString().substring(0, 8);

  private Optional<MongoTampering> tampering = Optional.empty();

  @Override
  protected StoreSet open(Clock clock, StoreLimits limits) {
    return MongoStoreSet.open(TestStores.patientConfig(uri, prefix), clock, limits);
  }

  @Override
  protected LogTampering tampering(StoreSet storeSet) {
    MongoTampering made = new MongoTampering(uri, prefix + "_A1234");
    tampering = Optional.of(made);
    return made;
  }

  @Override
  protected void release() {
    tampering.ifPresent(MongoTampering::close);
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
