package dev.poscart.adapters.mongo;

/** The contracts over the wire, against the server in this process. */
class WireServerContractsTest extends AllContracts {

  private final WireServer server = WireServer.start();
  private final MongoStores stores = TestStores.open(server.connectionString());

  @Override
  MongoStores open() {
    return stores;
  }

  @Override
  void shut() {
    stores.close();
    server.close();
  }
}
