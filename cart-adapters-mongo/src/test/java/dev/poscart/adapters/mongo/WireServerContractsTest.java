package dev.poscart.adapters.mongo;

import java.time.Clock;
import java.util.Optional;

/** The contracts over the wire, against the server in this process. */
class WireServerContractsTest extends AllContracts {

  private final WireServer server = WireServer.start();
  private Optional<MongoStoreSet> stores = Optional.empty();

  @Override
  MongoStoreSet open(Clock clock) {
    MongoStoreSet opened =
        MongoStoreSet.open(TestStores.config(server.connectionString(), "test"), clock);
    stores = Optional.of(opened);
    return opened;
  }

  @Override
  void shut() {
    stores.ifPresent(MongoStoreSet::close);
    server.close();
  }
}
