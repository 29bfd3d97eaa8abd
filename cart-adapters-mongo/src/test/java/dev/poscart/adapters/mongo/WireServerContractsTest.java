package dev.poscart.adapters.mongo;

import dev.poscart.domain.fixtures.LogTampering;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.domain.fixtures.StoreSetContract;
import dev.poscart.domain.port.StoreLimits;
import dev.poscart.domain.port.StoreSet;
import java.time.Clock;
import java.util.Optional;

/** The contracts over the wire, against the server in this process. */
@Slow
class WireServerContractsTest extends StoreSetContract {

  private final WireServer server = WireServer.start();
  private Optional<MongoTampering> tampering = Optional.empty();

  @Override
  protected StoreSet open(Clock clock, StoreLimits limits) {
    MongoConfig config = TestStores.config(server.connectionString(), "test");
    return MongoStoreSet.open(config, clock, limits);
  }

  @Override
  protected LogTampering tampering(StoreSet storeSet) {
    MongoTampering made = new MongoTampering(server.connectionString(), "test_A1234");
    tampering = Optional.of(made);
    return made;
  }

  @Override
  protected void release() {
    tampering.ifPresent(MongoTampering::close);
    server.close();
  }
}
