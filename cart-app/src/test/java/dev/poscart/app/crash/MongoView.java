package dev.poscart.app.crash;

import dev.poscart.adapters.mongo.MongoConfig;
import dev.poscart.adapters.mongo.MongoStoreSet;

/** What is stored on a MongoDB. */
final class MongoView {

  private MongoView() {}

  static StoreView open(String uri, String prefix) {
    MongoStoreSet storeSet = MongoStoreSet.open(MongoConfig.of(uri).withDatabasePrefix(prefix));
    return new StoreView(
        storeSet.carts(),
        storeSet.transactions(),
        storeSet.inspection(),
        storeSet.outbox(),
        storeSet::close);
  }
}
