package dev.poscart.app.crash;

import dev.poscart.adapters.mongo.MongoConfig;
import dev.poscart.adapters.mongo.MongoStores;

/** What is stored on a MongoDB. */
final class MongoView {

  private MongoView() {}

  static StoreView open(String uri, String prefix) {
    MongoStores stores = MongoStores.open(MongoConfig.of(uri).withDatabasePrefix(prefix));
    return new StoreView(
        stores.carts(), stores.transactions(), stores.inspection(), stores.outbox(), stores::close);
  }
}
