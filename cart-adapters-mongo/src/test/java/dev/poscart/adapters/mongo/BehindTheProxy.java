package dev.poscart.adapters.mongo;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Stores on a server that a proxy can make misbehave. */
abstract class BehindTheProxy {

  WireServer server;
  Proxy proxy;
  MongoStoreSet storeSet;

  @BeforeEach
  final void start() throws Exception {
    server = WireServer.start();
    proxy = new Proxy(server.address());
    storeSet = TestStores.open(proxy.connectionString());
  }

  @AfterEach
  final void stop() throws Exception {
    TestStores.close(storeSet);
    proxy.close();
    server.close();
  }
}
